// Recomputes an estimate from edited assumptions. Units were resolved at build time; every function here has a twin in
// scripts/studyguide/estimate (number.py, tree.py, format.py), and a test holds the pairs together.
(() => {
  "use strict";

  const SUFFIXES = { k: 3, M: 6, bn: 9, tn: 12, "%": -2 };
  const NUMBER =
    /^(-?)((?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+(?:_[0-9]+)*)(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?)(k|M|bn|tn|%)?$/;

  // "34.7k" -> 34700; NaN when it is no number. The point is shifted in the text, which loses nothing.
  const parseNumber = (text) => {
    const match = NUMBER.exec(text);
    if (!match || text.length > 30) return NaN;
    const [mantissa, exponent = "0"] = match[2].replace(/[,_]/g, "").split("e");
    if (Math.abs(exponent) > 99) return NaN;
    return Number(`${match[1]}${mantissa}e${Number(exponent) + (SUFFIXES[match[3]] ?? 0)}`);
  };

  const snap = (value) => Number(value.toPrecision(12));
  const whole = (round) => (value, step) => round(snap(value / step)) * step;
  const power = (base, written) => {
    const exponent = snap(written);
    if (!(Math.abs(exponent) <= 100)) return NaN;
    if (!Number.isInteger(exponent)) return snap(base ** exponent);
    let result = 1;
    let square = base;
    for (let rest = Math.abs(exponent); rest; rest = Math.floor(rest / 2)) {
      if (rest % 2) result *= square;
      square *= square;
    }
    return exponent < 0 ? 1 / result : result;
  };
  const ARITHMETIC = new Map(
    Object.entries({
      "+": (left, right) => left + right,
      "-": (left, right) => left - right,
      "*": (left, right) => left * right,
      "/": (left, right) => left / right,
      "**": power,
      negative: (value) => -value,
      min: Math.min,
      max: Math.max,
      sqrt: Math.sqrt,
      log2: (value) => snap(Math.log2(value)),
      log10: (value) => snap(Math.log10(value)),
      ceil: whole(Math.ceil),
      floor: whole(Math.floor),
      round: whole((value) => Math.floor(value + 0.5)),
    }),
  );
  const COMPARISONS = new Map(
    Object.entries({
      "<": (left, right) => left < right,
      "<=": (left, right) => left <= right,
      ">": (left, right) => left > right,
      ">=": (left, right) => left >= right,
      "==": (left, right) => left === right,
    }),
  );

  const bounded = (value) => (Math.abs(value) <= 1e120 ? value : NaN);

  // The value of a tree; NaN when any part has none.
  const compute = (tree, values) => {
    if (typeof tree === "number") return tree;
    if (typeof tree === "string") return values.get(tree) ?? NaN;
    const operands = tree.slice(1).map((operand) => compute(operand, values));
    const result = operands.some(Number.isNaN) ? NaN : ARITHMETIC.get(tree[0])(...operands);
    return bounded(result);
  };

  // Whether a condition is true; null when a part has no value.
  const holds = (tree, values) => {
    const [operator, ...operands] = tree;
    if (COMPARISONS.has(operator)) {
      const [left, right] = operands.map((operand) => compute(operand, values));
      return Number.isNaN(left + right) ? null : COMPARISONS.get(operator)(snap(left), snap(right));
    }
    const parts = operands.map((operand) => holds(operand, values));
    if (parts.includes(null)) return null;
    if (operator === "not") return !parts[0];
    return operator === "and" ? parts.every(Boolean) : parts.some(Boolean);
  };

  // 86805.6 -> ["868", 4]: three digits, from the value rounded to twelve.
  const rounded = (value) => {
    const [mantissa, written] = Math.abs(value).toExponential(11).split("e");
    const twelve = mantissa.replace(".", "");
    let exponent = Number(written);
    let digits = Number(twelve.slice(0, 3)) + (twelve[3] >= "5" ? 1 : 0);
    if (digits === 1000) {
      digits = 100;
      exponent += 1;
    }
    return [String(digits), exponent];
  };
  const placed = (digits, point) => {
    const padded = point > 0 ? digits : "0".repeat(1 - point) + digits;
    const split = Math.max(point, 1);
    const fraction = padded.slice(split).replace(/0+$/, "");
    return padded.slice(0, split).padEnd(split, "0") + (fraction && `.${fraction}`);
  };
  const formatNumber = (value) => {
    if (value === 0) return "0";
    const sign = value < 0 ? "-" : "";
    const [digits, exponent] = rounded(value);
    if (exponent < -4 || exponent >= 15) return `${sign}${placed(digits, 1)}e${exponent}`;
    const thousands = Math.max(Math.floor(exponent / 3), 0);
    return sign + placed(digits, exponent - 3 * thousands + 1) + ["", "k", "M", "bn", "tn"][thousands];
  };
  const show = (value, [stated, ...family]) => {
    if (Number.isNaN(value)) return ["?", ""];
    let scale = stated;
    if (value !== 0) {
      family.forEach((candidate, index) => {
        if (index === 0 || rounded(value / candidate[0])[1] >= 0) scale = candidate;
      });
    }
    const number = formatNumber(value / scale[0]);
    return scale[1] === "%" ? [`${number}%`, ""] : [number, scale[1]];
  };

  const write = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
  };

  const readAssumption = (input, values) => {
    const value = bounded(parseNumber(input.value.trim()) * Number(input.dataset.factor));
    values.set(input.dataset.name, value);
    if (!Number.isNaN(value)) input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
    input.classList.toggle("estimate-edited", input.value !== input.defaultValue);
  };

  const writeDerived = (output, values) => {
    const value = compute(JSON.parse(output.dataset.tree), values);
    values.set(output.dataset.name, value);
    const [number, unit] = show(value, JSON.parse(output.dataset.scales));
    write(output, number);
    write(output.closest("tr").querySelector(".estimate-unit"), unit);
  };

  const writeChoice = (output, values) => {
    let chosen = null;
    for (const option of output.closest("tr").querySelectorAll("[data-option]")) {
      const verdict = option.dataset.tree ? holds(JSON.parse(option.dataset.tree), values) : true;
      // A condition without a value leaves the whole choice open.
      if (chosen === null && verdict !== false) chosen = verdict ? option.dataset.option : "?";
      option.querySelector(".estimate-chosen").hidden = chosen !== option.dataset.option;
    }
    write(output, chosen);
  };

  const writeCheck = (output, values) => {
    const verdict = holds(JSON.parse(output.dataset.tree), values);
    output.dataset.check = verdict ? "holds" : "fails";
    write(output, verdict === null ? "cannot tell" : verdict ? "holds" : "does not hold");
  };

  const notice = (form) => {
    const inputs = [...form.querySelectorAll("input")];
    if (inputs.some((input) => input.getAttribute("aria-invalid"))) {
      return "One value is not a number this table reads: write 200M, 1,000, 2.5e6 or 60%.";
    }
    if (inputs.every((input) => input.value === input.defaultValue)) return "";
    const failing = form.querySelectorAll('[data-check="fails"]').length;
    const checks = failing ? ` ${failing} ${failing === 1 ? "check does" : "checks do"} not hold.` : "";
    return `Edited: the results follow your numbers, the text keeps the author's.${checks}`;
  };

  const recompute = (form) => {
    const values = new Map();
    for (const element of form.querySelectorAll("input[data-name], output")) {
      if (element.tagName === "INPUT") readAssumption(element, values);
      else if (element.dataset.scales) writeDerived(element, values);
      else if ("choice" in element.dataset) writeChoice(element, values);
      else writeCheck(element, values);
      if (element.tagName === "OUTPUT") {
        element.classList.toggle("estimate-edited", element.textContent !== element.dataset.first);
      }
    }
    write(form.querySelector(".estimate-notice"), notice(form));
    form.querySelector(".estimate-reset").hidden = !form.querySelector("input.estimate-edited");
  };

  // Inputs are readable without JavaScript and editable with it.
  const enable = () => {
    for (const form of document.querySelectorAll("form.estimate:not([data-live])")) {
      form.dataset.live = "";
      for (const input of form.querySelectorAll("input")) input.readOnly = false;
      for (const output of form.querySelectorAll("output")) output.dataset.first = output.textContent;
    }
  };

  const estimateOf = (event) => event.target instanceof Element && event.target.closest("form.estimate");
  document.addEventListener("input", (event) => {
    const form = estimateOf(event);
    if (form) recompute(form);
  });
  document.addEventListener("reset", (event) => {
    const form = estimateOf(event);
    if (!form) return;
    // The button disappears with the edits: hand the focus on instead of losing it.
    const held = form.contains(document.activeElement);
    setTimeout(() => {
      recompute(form);
      if (held) form.querySelector("input")?.focus();
    });
  });
  document.addEventListener("submit", (event) => {
    if (estimateOf(event)) event.preventDefault();
  });

  if (window.document$) window.document$.subscribe(enable);
  else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", enable);
  else enable();
})();
