// Draws <div class="mermaid"> with the vendored library, in the colors of the guide.
//
// Every color given to the library is a stand-in. In the finished picture each stand-in becomes var(--diagram-…), so one
// drawing serves day, night and print, and a change of palette needs no new drawing.
(() => {
  const library = new URL("../vendor/mermaid.min.js", document.currentScript.src).href;
  const STAND_INS = {
    "#a1b001": "node", "#a1b002": "ink", "#a1b003": "border", "#a1b004": "line",
    "#a1b005": "group", "#a1b006": "group-border", "#a1b007": "label",
  };
  const [node, ink, border, line, group, groupBorder, label] = Object.keys(STAND_INS);
  const colors = {
    background: label, primaryColor: node, primaryTextColor: ink, primaryBorderColor: border,
    secondaryColor: group, secondaryTextColor: ink, secondaryBorderColor: groupBorder,
    tertiaryColor: group, tertiaryTextColor: ink, tertiaryBorderColor: groupBorder,
    mainBkg: node, nodeBorder: border, nodeTextColor: ink, clusterBkg: group, clusterBorder: groupBorder,
    lineColor: line, defaultLinkColor: line, arrowheadColor: line, textColor: ink, titleColor: ink,
    edgeLabelBackground: label, labelBackgroundColor: label,
    actorBkg: node, actorBorder: border, actorTextColor: ink, actorLineColor: groupBorder,
    signalColor: line, signalTextColor: ink, labelBoxBkgColor: group, labelBoxBorderColor: groupBorder,
    labelTextColor: ink, loopTextColor: ink, activationBkgColor: group, activationBorderColor: border,
    sequenceNumberColor: label, noteBkgColor: group, noteBorderColor: groupBorder, noteTextColor: ink,
    stateBkg: node, stateLabelColor: ink, stateBorder: border, transitionColor: line, transitionLabelColor: ink,
    specialStateColor: line, innerEndBackground: border, compositeBackground: group, compositeBorder: groupBorder,
    compositeTitleBackground: node, altBackground: group, labelColor: ink, classText: ink,
    rowOdd: label, rowEven: group, attributeBackgroundColorOdd: label, attributeBackgroundColorEven: group,
  };
  const fontFamily = "Arial, 'Liberation Sans', Helvetica, sans-serif"; // measured and shown alike everywhere
  const configuration = {
    startOnLoad: false, securityLevel: "strict", theme: "base", look: "classic", htmlLabels: false, fontFamily,
    flowchart: { htmlLabels: false, curve: "basis", wrappingWidth: 170, padding: 12, nodeSpacing: 36, rankSpacing: 44 },
    class: { htmlLabels: false }, state: {}, themeVariables: { ...colors, fontFamily, fontSize: "15px" },
  };

  const paint = (svg) => Object.entries(STAND_INS).reduce((text, [color, name]) => {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
    const spelled = new RegExp(`${color}|rgba?\\(\\s*${red},\\s*${green},\\s*${blue}(,\\s*[\\d.]+)?\\s*\\)`, "gi");
    return text.replace(spelled, `var(--diagram-${name})`);
  }, svg);

  let loading = null;
  const load = () => loading ??= new Promise((resolve, reject) => {
    if (window.mermaid?.render) return resolve();
    const script = document.createElement("script");
    script.src = library;
    script.onload = resolve;
    script.onerror = () => reject(new Error("the drawing library could not be loaded"));
    document.head.append(script);
  });

  const fail = (element, error) => {
    const message = document.createElement("p");
    message.className = "diagram-error";
    message.textContent = `This diagram could not be drawn: ${String(error?.message ?? error).split("\n")[0]}. Its source:`;
    element.dataset.state = "failed";
    element.before(message);
  };

  let count = 0;
  const draw = async (element) => {
    const source = element.textContent;
    const { svg } = await window.mermaid.render(`diagram-${++count}`, source);
    const picture = new DOMParser().parseFromString(paint(svg), "text/html").querySelector("svg");
    // The letters shrink by a quarter at most; beyond that the box scrolls.
    const width = picture.viewBox.baseVal.width;
    picture.setAttribute("width", Math.ceil(width));
    picture.style.maxWidth = "100%";
    picture.style.minWidth = `${Math.floor(width * 0.75)}px`;
    picture.setAttribute("role", "img");
    element.replaceChildren(picture);
    element.dataset.state = "drawn";
  };

  const start = async () => {
    const waiting = [...document.querySelectorAll("div.mermaid:not([data-state])")];
    if (!waiting.length) return;
    for (const element of waiting) element.dataset.state = "waiting";
    try {
      await load();
      window.mermaid.initialize(configuration);
    } catch (error) {
      return waiting.forEach((element) => fail(element, error));
    }
    for (const element of waiting) {
      if (element.isConnected) await draw(element).catch((error) => fail(element, error));
    }
  };

  // document$ reports every page of the theme's instant navigation; on file:// it never does.
  if (window.document$ && location.protocol !== "file:") window.document$.subscribe(start);
  else if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else setTimeout(start); // after the scripts that follow this one
})();
