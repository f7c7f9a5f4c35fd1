"""Every formula is TeX that can be turned into MathML."""

RULE = "math"


def test_good_formulas(found):
    assert found("$p = q / (q + (1 - q) / w)$\n\n$$\n\\frac{a}{b}\n$$\n") == []


def test_a_broken_formula_is_named_where_it_stands(found):
    (problem,) = found("Text and $\\frac{a$.\n")
    assert problem.startswith("docs/page.md:1:11: [math] TeX: ")
    assert problem.endswith("; in '\\\\frac{a'")


def test_a_broken_block(found):
    (problem,) = found("Text.\n\n$$\\zork x$$\n")
    assert problem.startswith("docs/page.md:3:3: [math] TeX: ")


def test_money_and_code_are_no_formulas(found):
    assert found("It costs $5 or \\$6, written `$\\frac$`.\n\n```\n$$\\frac$$\n```\n") == []
