"""Scripts that measure a page in the browser."""

ARABIC_OUTSIDE = """() => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    if (/[\\u0600-\\u06ff]/.test(node.data) && !node.parentElement.closest('[lang="ar"]'))
      found.push(node.data);
  }
  return found;
}"""

# Contrast of every visible text with the nearest background, after WCAG 2.
WEAK_CONTRAST = """() => {
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const rgb = (colour) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => {
    const part = (v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = rgb(getComputedStyle(at).backgroundColor);
      if (colour[3] > 200) return colour;
    }
    return [255, 255, 255, 255];
  };
  const weak = [];
  for (const element of document.querySelectorAll("body *")) {
    const told = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!told || !element.checkVisibility() || element.closest(".unseen, .skip, option")) continue;
    const pair = [light(rgb(getComputedStyle(element).color)), light(ground(element))].sort();
    const [low, high] = pair[0] < pair[1] ? pair : pair.reverse();
    const ratio = (high + 0.05) / (low + 0.05);
    const words = element.textContent.slice(0, 30);
    if (ratio < 4.5) weak.push(`${ratio.toFixed(2)} ${element.className} ${words}`);
  }
  return weak;
}"""


SMALL_TARGETS = """() => {
  const targets = "header a, .search button, .paging a, .note, .close, .said, "
    + ".proof a, .count, summary";
  return [...document.querySelectorAll(targets)]
    .filter((node) => node.checkVisibility())
    .filter((node) => [...node.getClientRects()].some((box) => box.height < 43.5))
    .map((node) => node.outerHTML);
}"""


# Elements that stick out of the window at either side.
CUT_OFF = """() => [...document.querySelectorAll("header *, aside *, .claims *")]
  .filter((node) => node.checkVisibility() && !node.closest(".unseen"))
  .filter((node) => { const box = node.getBoundingClientRect();
    return box.width && (box.left < -0.5 || box.right > innerWidth + 0.5); })
  .map((node) => node.outerHTML.slice(0, 120))"""
