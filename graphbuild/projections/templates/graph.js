"use strict";
// Draws the data of the JSON block and tells in the panel what is behind a mark or a line.
// Every name and quote comes from strangers: it reaches the page through textContent alone.
(function () {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const { entities, events, relations, quotes, documents } = data.cards;
  const FOUND = 12;
  const FAR = data.options.nodes.scaling.label.drawThreshold - 1; // vis draws no label that is smaller than this
  const FAR_FONT = 12;
  const FAR_NAMES = 24;
  const INK = "#1c2733", FADED = "#c8ced4";

  // ── Small builders ──────────────────────────────────────────────────────────────────────────────────────────────
  function element(tag, text, name) {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (name) made.className = name;
    if (text) made.dir = "auto";
    return made;
  }
  function paragraph(parent, text, name) {
    if (text) parent.append(element("p", text, name));
  }
  function nameButton(id) {
    const button = element("button", entities[id] ? entities[id].name : id);
    button.type = "button";
    button.addEventListener("click", () => visit(id));
    return button;
  }
  function link(text, address) {
    if (!/^https?:\/\//i.test(address)) return element("span", text);
    const made = element("a", text);
    made.href = address;
    made.target = "_blank";
    made.rel = "noopener noreferrer";
    return made;
  }
  function listed(parent, items) {
    items.forEach((item, place) => {
      if (place) parent.append(place === items.length - 1 ? " and " : ", ");
      parent.append(...item);
    });
  }
  const tag = (word) => element("span", word, "tag");

  // ── Cards ───────────────────────────────────────────────────────────────────────────────────────────────────────
  function quoteCard(id) {
    const quote = quotes[id];
    const block = element("blockquote");
    if (!quote) return block;
    paragraph(block, "“" + quote.text + "”");
    const told = element("footer");
    if (quote.speaker) told.append(element("span", "says " + quote.speaker), " · ");
    if (quote.factuality && quote.factuality !== "reported") told.append(tag(quote.factuality), " ");
    const report = documents[quote.document];
    if (report) {
      told.append(link(report.title, report.url));
      const where = [report.publisher, report.published].filter(Boolean).join(", ");
      if (where) told.append(" ", element("span", "(" + where + ")"));
    }
    block.append(told);
    return block;
  }
  function percent(share) {
    return "confidence " + Math.round(share * 100) + " %";
  }
  function eventCard(id) {
    const event = events[id];
    const card = element("article", "", "card" + (event.alleged ? " alleged" : "") + " " + event.type.toLowerCase());
    const said = element("p", "", "said");
    const named = (part) => (part.alleged && !event.alleged ? [nameButton(part.entity), tag("alleged")] : [nameButton(part.entity)]);
    listed(said, event.agents.map(named));
    said.append(event.agents.length ? " " + event.verb + " " : event.type + (event.targets.length ? ": " : ""));
    listed(said, event.targets.map(named));
    if (event.alleged) said.append(tag("alleged"));
    card.append(said);
    const where = element("p", event.when, "soft");
    if (event.when && event.places.length) where.append(" · ");
    listed(where, event.places.map((place) => [nameButton(place)]));
    if (where.hasChildNodes()) card.append(where);
    event.details.forEach((detail) => paragraph(card, detail, "soft"));
    if (event.collective) paragraph(card, "The text does not say which of them did it to which.", "soft");
    paragraph(card, event.type.toLowerCase() + ", " + percent(event.confidence), "soft");
    event.quotes.forEach((quote) => card.append(quoteCard(quote)));
    return card;
  }
  function relationCard(id) {
    const relation = relations[id];
    const card = element("article", "", "card relation" + (relation.alleged ? " alleged" : ""));
    const said = element("p", "", "said");
    said.append(nameButton(relation.source), " " + relation.words + " ", nameButton(relation.target));
    if (relation.alleged) said.append(tag("alleged"));
    card.append(said);
    if (relation.derived) paragraph(card, "Follows from function and place; no text says it.", "soft");
    else paragraph(card, [relation.position, percent(relation.confidence)].filter(Boolean).join(", "), "soft");
    relation.quotes.forEach((quote) => card.append(quoteCard(quote)));
    return card;
  }
  function section(panel, title, ids, build) {
    if (!ids.length) return;
    panel.append(element("h3", title + (ids.length > 1 ? " (" + ids.length + ")" : "")));
    ids.forEach((id) => panel.append(build(id)));
  }
  function inOrder(ids) {
    return [...ids].sort((a, b) => (events[a].sort < events[b].sort ? 1 : events[a].sort > events[b].sort ? -1 : a < b ? -1 : 1));
  }

  // ── The panel ───────────────────────────────────────────────────────────────────────────────────────────────────
  let again = overview; // tells again what the panel tells, after the filters have changed
  function fresh(title) {
    const panel = $("panel");
    panel.replaceChildren();
    panel.scrollTop = 0;
    if (again !== overview) {
      const back = element("button", "overview", "back");
      back.type = "button";
      back.addEventListener("click", leave);
      panel.append(back);
    }
    panel.append(element("h2", title));
    return panel;
  }
  function ranking(panel, title, counted) {
    if (!counted.length) return;
    panel.append(element("h3", title));
    const list = element("ul", "", "ranking");
    counted.forEach(([id, count]) => {
      const item = element("li");
      item.append(nameButton(id), element("span", String(count), "soft"));
      list.append(item);
    });
    panel.append(list);
  }
  function overview() {
    const panel = fresh("What the reports say");
    paragraph(panel, $("counts").textContent, "soft");
    paragraph(panel, "Click on a mark or a line for the quotes behind it.", "soft");
    ranking(panel, "Targets of most violations", data.targets);
    ranking(panel, "Named as their agents", data.perpetrators);
    if (data.perpetrators.length) paragraph(panel, "A role in the acts as told, no verdict of guilt.", "soft");
  }
  function section(panel, title, ids, passing, build) {
    const kept = ids.filter(passing);
    if (kept.length) panel.append(element("h3", title + (kept.length > 1 ? " (" + kept.length + ")" : "")));
    kept.forEach((id) => panel.append(build(id)));
    if (kept.length < ids.length) paragraph(panel, title + ": the filter hides " + (ids.length - kept.length) + ".", "soft");
  }
  function eventsWith(isOne) {
    return inOrder(Object.keys(events).filter((id) => isOne(events[id])));
  }
  function acts(panel, title, id, side) {
    const part = (event) => events[event][side].find((one) => one.entity === id);
    const passing = (event) => passes({ ...part(event), event });
    section(panel, title, eventsWith((event) => event[side].some((one) => one.entity === id)), passing, eventCard);
  }
  function showEntity(id) {
    const entity = entities[id];
    const panel = fresh(entity.name);
    paragraph(panel, [entity.kind.toLowerCase(), ...entity.about].join(", "), "soft");
    if (entity.names.length) paragraph(panel, "also: " + entity.names.join("; "), "soft");
    if (!nodes.get(id)) paragraph(panel, "It has no mark in the drawing.", "soft");
    const related = Object.keys(relations).filter((one) => relations[one].source === id || relations[one].target === id);
    acts(panel, "Done to them", id, "targets");
    acts(panel, "Done by them, as told", id, "agents");
    section(panel, "Happened there", eventsWith((event) => event.places.includes(id)), passesEvent, eventCard);
    section(panel, "Relations", related, passesRelation, relationCard);
  }
  function showEvents(shown) {
    const panel = fresh(shown.length === 1 ? events[shown[0]].name : shown.length + " events");
    inOrder(shown).forEach((event) => panel.append(eventCard(event)));
  }
  function showRelations(line) {
    const panel = fresh(line.words);
    line.relations.filter(passesRelation).forEach((relation) => panel.append(relationCard(relation)));
  }
  function tell(showing) {
    again = showing;
    again();
  }
  function showLine(id) {
    const line = data.lines[id];
    tell(() => (line.relations.length ? showRelations(line) : showEvents(line.events.filter(passes).map((told) => told.event))));
  }
  function show(id) {
    tell(() => (data.marks[id] ? showEvents(data.marks[id].filter(passesEvent)) : showEntity(id)));
  }
  function leave() {
    network.unselectAll();
    highlight(null);
    tell(overview);
  }

  // ── The drawing ─────────────────────────────────────────────────────────────────────────────────────────────────
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges);
  const network = new vis.Network($("canvas"), { nodes, edges }, data.options);

  const chosen = { types: null, factuality: null, least: 0, relations: true };
  function values(name) {
    return new Set([...document.querySelectorAll(`input[name=${name}]:checked`)].map((box) => box.value));
  }
  function sureEnough(one) {
    return chosen.factuality.has(one.alleged ? "alleged" : "reported") && one.confidence >= chosen.least;
  }
  function passes(told) {
    return chosen.types.has(events[told.event].type) && sureEnough(told);
  }
  function passesEvent(id) {
    return chosen.types.has(events[id].type) && sureEnough(events[id]);
  }
  function passesRelation(id) {
    return chosen.relations && sureEnough(relations[id]);
  }
  function filter() {
    chosen.types = values("type");
    chosen.factuality = values("factuality");
    chosen.relations = document.querySelector("input[name=relations]").checked;
    chosen.least = Number($("confidence").value) / 100;
    $("least").textContent = $("confidence").value + " %";
    const touched = new Set();
    edges.update(data.edges.map((edge) => {
      const line = data.lines[edge.id];
      const told = line.events.filter(passes);
      const count = told.length + line.relations.filter(passesRelation).length;
      if (count) touched.add(edge.from).add(edge.to);
      const spoke = data.marks[edge.from] || data.marks[edge.to];
      return {
        id: edge.id,
        hidden: !count,
        label: spoke ? "" : line.words + (told.length > 1 ? " ×" + told.length : ""),
        dashes: line.relations.length ? line.relations.every((one) => relations[one].alleged) && [5, 4] : told.every((one) => one.alleged) && [6, 4],
      };
    }));
    nodes.update(data.nodes.map((node) => {
      const told = (data.marks[node.id] || []).filter(passesEvent);
      const label = told.length > 1 ? node.label + " ×" + told.length : node.label;
      return { id: node.id, hidden: !touched.has(node.id), label };
    }));
    $("nothing").hidden = touched.size > 0;
    again();
  }
  function highlight(kept) {
    nodes.update(data.nodes.map((node) => ({ id: node.id, opacity: !kept || kept.has(node.id) ? 1 : 0.15, font: { ...node.font, color: !kept || kept.has(node.id) ? INK : FADED } })));
    edges.update(data.edges.map((edge) => {
      const bright = !kept || (kept.has(edge.from) && kept.has(edge.to) && (!kept.center || [edge.from, edge.to].some((end) => end === kept.center || data.marks[end])));
      return { id: edge.id, color: { ...edge.color, opacity: bright ? 1 : 0.12 }, font: bright ? edge.font : { ...edge.font, color: FADED } };
    }));
  }
  function around(id) {
    const kept = new Set([id, ...network.getConnectedNodes(id)]);
    [...kept].filter((next) => data.marks[next]).forEach((mark) => network.getConnectedNodes(mark).forEach((end) => kept.add(end)));
    kept.center = id;
    return kept;
  }
  function visit(id) {
    show(id);
    if (!nodes.get(id)) {
      network.unselectAll();
      highlight(null);
      return;
    }
    network.selectNodes([id]);
    highlight(around(id));
    isWhole = false;
    network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: false });
  }
  let isWhole = true; // until the reader moves or zooms: then a new size of the window leaves the view alone
  function whole() {
    isWhole = true;
    network.fit({ nodes: nodes.getIds({ filter: (node) => !node.hidden }), maxZoomLevel: 1.3, animation: false });
  }
  function nearer(factor) {
    isWhole = false;
    network.moveTo({ scale: network.getScale() * factor, animation: false });
  }

  network.on("click", (at) => {
    if (at.nodes.length) {
      show(at.nodes[0]);
      highlight(around(at.nodes[0]));
    } else if (at.edges.length) {
      const edge = edges.get(at.edges[0]);
      showLine(edge.id);
      highlight(new Set([edge.from, edge.to]));
    } else {
      leave();
    }
  });
  ["zoom", "dragStart"].forEach((moved) => network.on(moved, () => { isWhole = false; }));

  // From afar vis leaves out the names that would be too small: those of the most connected stand here instead, as far
  // as they do not cover one another.
  const ranked = data.nodes.filter((node) => entities[node.id]).sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1));
  function farNames(context) {
    const scale = network.getScale();
    const size = FAR_FONT / scale;
    const boxes = [];
    context.font = size + "px system-ui,sans-serif";
    context.textAlign = "center";
    context.textBaseline = "top";
    context.lineJoin = "round";
    context.lineWidth = 4 / scale;
    context.strokeStyle = "#fff";
    context.fillStyle = INK;
    ranked.forEach((node) => {
      if (boxes.length >= FAR_NAMES || node.font.size * scale >= FAR) return;
      const { hidden, opacity } = nodes.get(node.id);
      if (hidden || opacity < 1) return;
      const words = entities[node.id].name;
      const { x, y } = network.getPosition(node.id);
      const half = context.measureText(words).width / 2;
      const top = y + node.size + 3 / scale;
      const box = [x - half - size, top - size, x + half + size, top + 2 * size];
      if (boxes.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) return;
      boxes.push(box);
      context.strokeText(words, x, top);
      context.fillText(words, x, top);
    });
  }
  network.on("afterDrawing", farNames);

  // ── Search and filters ──────────────────────────────────────────────────────────────────────────────────────────
  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  const index = Object.entries(entities).map(([id, entity]) => [id, fold([entity.name, ...entity.names].join("\n"))]);
  function find() {
    const wanted = fold($("search").value.trim());
    const list = $("found");
    list.replaceChildren();
    list.hidden = !wanted;
    if (!wanted) return;
    const hits = index.filter(([, names]) => names.includes(wanted)).slice(0, FOUND);
    hits.forEach(([id]) => {
      const item = element("li");
      const button = nameButton(id);
      button.append(" ", element("small", entities[id].kind.toLowerCase()));
      button.addEventListener("click", () => { list.hidden = true; });
      item.append(button);
      list.append(item);
    });
    if (!hits.length) paragraph(list, "No such name.");
  }
  $("search").addEventListener("input", find);
  $("search").addEventListener("keydown", (key) => {
    if (key.key === "Enter") $("found").querySelector("button")?.click();
    if (key.key === "Escape") $("found").hidden = true;
  });
  $("filters").addEventListener("input", filter);
  const tick = (on) => () => {
    document.querySelectorAll("#types input").forEach((box) => { box.checked = on; });
    filter();
  };
  $("all").addEventListener("click", tick(true));
  $("none").addEventListener("click", tick(false));
  $("closer").addEventListener("click", () => nearer(1.3));
  $("farther").addEventListener("click", () => nearer(1 / 1.3));
  $("whole").addEventListener("click", whole);
  window.addEventListener("resize", () => { if (isWhole) whole(); });
  function fromAddress() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (data.marks[id] || entities[id]) visit(id);
    else if (data.lines[id]) showLine(id);
  }
  window.addEventListener("hashchange", fromAddress);

  filter();
  whole();
  fromAddress();
})();
