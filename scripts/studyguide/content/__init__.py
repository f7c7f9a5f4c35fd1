"""From text to values: pages, questions, references, terms, the site as a whole.

Nothing here renders or judges. Modules in this package import only `studyguide.problem` and each other.
"""
