// The chart above as a picture to take away: title, chart, notes and source on one ground, as SVG or PNG.
// Everything that is written comes as data and is set as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";
const EDGE = 20; // pixels between the rim and what is drawn
const SHARPNESS = 2; // pixels of a PNG for each pixel on the screen
const INTERACTIVE = ".hoverlayer, .zoomlayer, .selectionlayer, .draglayer, .menulayer";
const TITLE = { size: 17, weight: 600, line: 24 };
const NOTE = { size: 12, weight: 400, line: 18 };

/** The place on the page where Streamlit has drawn the element with this key. */
function placeOf(key) {
  return document.querySelector(`.st-key-${key.trim().replaceAll(/[^a-zA-Z0-9_-]/g, "-")}`);
}

/** An element of a drawing with its attributes and text. */
function drawn(name, attributes = {}, text = null) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  if (text !== null) element.textContent = text;
  return element;
}

/** The text in lines no wider than `width`; Chinese may break anywhere, words stay whole where they can. */
function inLines(text, width, font, look) {
  const context = document.createElement("canvas").getContext("2d");
  context.font = `${look.weight} ${look.size}px ${font}`;
  const lines = [];
  let line = "";
  for (const piece of text.match(/[\u0021-\u024f\u2010-\u2015\u2018-\u201d\u202f]+ *|[^]/gu) ?? []) {
    const fits = context.measureText((line + piece).trimEnd()).width <= width;
    if (line && !fits) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  return line ? [...lines, line.trimEnd()] : lines;
}

/** Lines of text as elements, the first one below `top`. */
function written(lines, top, look, colour) {
  return lines.map((line, k) =>
    drawn("text", { x: EDGE, y: top + k * look.line + look.size, "font-size": look.size, "font-weight": look.weight,
                    fill: colour, "xml:space": "preserve" }, line));
}

/** The layers that Plotly has drawn, without those that only answer the mouse. */
function layersOf(place) {
  return [...place.querySelectorAll("svg.main-svg")].map((layer) => {
    const copy = layer.cloneNode(true);
    copy.querySelectorAll(INTERACTIVE).forEach((part) => part.remove());
    // Lines grow with the picture, as everything else does.
    copy.querySelectorAll("[style*=vector-effect]").forEach((part) => part.style.removeProperty("vector-effect"));
    copy.removeAttribute("style");
    copy.setAttribute("overflow", "visible");
    return copy;
  });
}

/** The rule that brings the page's own Latin letters along; "" when they cannot be had. */
async function lettering(family) {
  try {
    const rules = [...document.styleSheets].flatMap((sheet) => (sheet.href?.startsWith(location.origin) ? [...sheet.cssRules] : []));
    const rule = rules.find((one) => one instanceof CSSFontFaceRule && one.style.fontStyle === "normal"
      && family.includes(one.style.fontFamily.replaceAll(/["']/g, "")));
    const file = rule?.style.getPropertyValue("src").match(/url\(["']?([^"')]+)/)?.[1];
    if (!file) return "";
    const blob = await (await fetch(new URL(file, rule.parentStyleSheet.href))).blob();
    const data = await new Promise((done, failed) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result);
      reader.onerror = failed;
      reader.readAsDataURL(blob);
    });
    const name = rule.style.fontFamily.replaceAll(/["']/g, "");
    return `@font-face{font-family:"${name}";font-weight:100 900;src:url(${data}) format("woff2")}`;
  } catch {
    return "";
  }
}

/** One drawing of title, chart and notes, as wide as the chart on the screen. */
async function composed(data, host) {
  const place = placeOf(data.chart);
  const layers = layersOf(place);
  if (!layers.length) throw new Error("no chart");
  const theme = getComputedStyle(host);
  const colour = (name) => theme.getPropertyValue(`--st-${name}-color`).trim();
  const font = theme.getPropertyValue("--st-font").trim() || "sans-serif";
  const [wide, high] = ["width", "height"].map((side) => Math.ceil(layers[0].getAttribute(side)));
  const title = inLines(data.title, wide, font, TITLE);
  const notes = data.notes.flatMap((note) => inLines(note, wide, font, NOTE));
  const chartTop = EDGE + title.length * TITLE.line + 8;
  const notesTop = chartTop + high + 12;
  const size = { width: wide + 2 * EDGE, height: notesTop + notes.length * NOTE.line + EDGE };
  const picture = drawn("svg", { ...size, viewBox: `0 0 ${size.width} ${size.height}`, role: "img", "font-family": font });
  picture.append(drawn("title", {}, data.title), drawn("desc", {}, data.alt), drawn("style", {}, await lettering(font)));
  picture.append(drawn("rect", { ...size, fill: colour("background") }));
  picture.append(...written(title, EDGE, TITLE, colour("text")), ...written(notes, notesTop, NOTE, colour("text")));
  layers.forEach((layer) => {
    layer.setAttribute("x", EDGE);
    layer.setAttribute("y", chartTop);
    picture.append(layer);
  });
  return { source: new XMLSerializer().serializeToString(picture), ...size };
}

/** The drawing as dots. */
async function painted({ source, width, height }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

/** Hands the file to the browser. */
function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export default function ({ data, parentElement }) {
  const host = parentElement.host ?? parentElement;
  const told = parentElement.querySelector("[role=status]");
  parentElement.querySelectorAll("button").forEach((button) => {
    const kind = button.dataset.kind;
    button.setAttribute("aria-label", `${data.labels[kind]} · ${data.title}`);
    button.title = data.labels[kind];
    button.onclick = async () => {
      told.textContent = "";
      try {
        const picture = await composed(data, host);
        const blob = kind === "png" ? await painted(picture) : new Blob([picture.source], { type: "image/svg+xml" });
        save(blob, `${data.name}.${kind}`);
      } catch {
        told.textContent = data.failed;
      }
    };
  });
}
