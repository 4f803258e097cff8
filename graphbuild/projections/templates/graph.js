"use strict";
// Draws the data of the JSON block and tells in the panel what is behind a mark or a line.
// Every name and quote comes from strangers: it reaches the page through textContent alone.
(function () {
  const $ = (id) => document.getElementById(id);
  const data = JSON.parse($("data").textContent);
  const { entities, events, relations, quotes, documents } = data.cards;
  const FOUND = 12;

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
  function joined(parent, parts) {
    parts.forEach((part, place) => {
      if (place) parent.append(place === parts.length - 1 ? " and " : ", ");
      parent.append(nameButton(part.entity));
      if (part.alleged) parent.append(element("span", "alleged", "tag"));
    });
  }

  // ── Cards ───────────────────────────────────────────────────────────────────────────────────────────────────────
  function quoteCard(id) {
    const quote = quotes[id];
    const block = element("blockquote");
    if (!quote) return block;
    paragraph(block, "“" + quote.text + "”");
    const told = element("footer");
    if (quote.speaker) told.append(element("span", "says " + quote.speaker), " · ");
    if (quote.factuality && quote.factuality !== "reported") told.append(element("span", quote.factuality, "tag"), " ");
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
    const card = element("article", "", "card" + (event.alleged ? " alleged" : "") + (event.type === "Release" ? " release" : ""));
    const said = element("p", "", "said");
    if (event.agents.length) {
      joined(said, event.agents);
      said.append(" " + event.verb + " ");
      if (event.targets.length) joined(said, event.targets);
    } else {
      said.append(event.type);
      if (event.targets.length) said.append(": ");
      joined(said, event.targets);
    }
    if (event.alleged && ![...event.agents, ...event.targets].some((part) => part.alleged)) said.append(element("span", "alleged", "tag"));
    card.append(said);
    paragraph(card, [event.when, event.places.join(", ")].filter(Boolean).join(" · "), "soft");
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
    if (relation.alleged) said.append(element("span", "alleged", "tag"));
    card.append(said);
    paragraph(card, [relation.position, percent(relation.confidence)].filter(Boolean).join(", "), "soft");
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
  function fresh(title) {
    const panel = $("panel");
    panel.replaceChildren(element("h2", title));
    panel.scrollTop = 0;
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
  function takesPart(id, side) {
    return inOrder(Object.keys(events).filter((event) => events[event][side].some((part) => part.entity === id)));
  }
  function showEntity(id) {
    const entity = entities[id];
    const panel = fresh(entity.name);
    paragraph(panel, [entity.kind.toLowerCase(), ...entity.about].join(", "), "soft");
    if (entity.names.length) paragraph(panel, "also: " + entity.names.join("; "), "soft");
    section(panel, "Done to them", takesPart(id, "targets"), eventCard);
    section(panel, "Done by them, as told", takesPart(id, "agents"), eventCard);
    section(panel, "Relations", Object.keys(relations).filter((one) => relations[one].source === id || relations[one].target === id), relationCard);
  }
  function showLine(id) {
    const line = data.lines[id];
    const shown = line.events.filter(passes);
    const panel = fresh(line.relations.length ? line.words : shown.length === 1 ? events[shown[0]].name : shown.length + " events");
    inOrder(shown).forEach((event) => panel.append(eventCard(event)));
    line.relations.forEach((relation) => panel.append(relationCard(relation)));
  }
  function showMark(id) {
    const shown = data.marks[id].filter(passes);
    const panel = fresh(shown.length === 1 ? events[shown[0]].name : shown.length + " events");
    inOrder(shown).forEach((event) => panel.append(eventCard(event)));
  }
  function show(id) {
    if (data.marks[id]) showMark(id);
    else showEntity(id);
  }

  // ── The drawing ─────────────────────────────────────────────────────────────────────────────────────────────────
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges);
  const network = new vis.Network($("canvas"), { nodes, edges }, data.options);
  const colors = new Map(data.edges.map((edge) => [edge.id, edge.color]));

  const chosen = { types: null, factuality: null, least: 0, relations: true };
  function values(name) {
    return new Set([...document.querySelectorAll(`input[name=${name}]:checked`)].map((box) => box.value));
  }
  function passes(id) {
    const event = events[id];
    return chosen.types.has(event.type) && chosen.factuality.has(event.alleged ? "alleged" : "reported") && event.confidence >= chosen.least;
  }
  function passesRelation(id) {
    const relation = relations[id];
    return chosen.relations && chosen.factuality.has(relation.alleged ? "alleged" : "reported") && relation.confidence >= chosen.least;
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
        dashes: line.relations.length ? line.relations.every((one) => relations[one].alleged) && [5, 4] : told.every((one) => events[one].alleged) && [6, 4],
      };
    }));
    nodes.update(data.nodes.map((node) => {
      const told = (data.marks[node.id] || []).filter(passes);
      const label = told.length > 1 ? node.label + " ×" + told.length : node.label;
      return { id: node.id, hidden: !touched.has(node.id), label };
    }));
    $("nothing").hidden = touched.size > 0;
  }
  function highlight(kept) {
    nodes.update(data.nodes.map((node) => ({ id: node.id, opacity: !kept || kept.has(node.id) ? 1 : 0.15, font: { ...node.font, color: !kept || kept.has(node.id) ? "#1c2733" : "#c8ced4" } })));
    edges.update(data.edges.map((edge) => {
      const bright = !kept || (kept.has(edge.from) && kept.has(edge.to) && (kept.center === undefined || edge.from === kept.center || edge.to === kept.center));
      return { id: edge.id, color: bright ? { ...colors.get(edge.id), opacity: 1 } : { ...colors.get(edge.id), opacity: 0.12 } };
    }));
  }
  function around(id) {
    const kept = new Set([id, ...network.getConnectedNodes(id)]);
    kept.filter = null;
    if (!data.marks[id]) {
      network.getConnectedNodes(id).filter((next) => data.marks[next]).forEach((mark) => network.getConnectedNodes(mark).forEach((end) => kept.add(end)));
      if (![...kept].some((one) => data.marks[one])) kept.center = id;
    }
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
    network.focus(id, { scale: Math.max(network.getScale(), 0.9), animation: false });
  }
  function whole() {
    network.fit({ nodes: nodes.getIds({ filter: (node) => !node.hidden }), maxZoomLevel: 1.3, animation: false });
  }
  function nearer(factor) {
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
      overview();
      highlight(null);
    }
  });

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
  window.addEventListener("resize", whole);
  function fromAddress() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (data.marks[id] || entities[id]) visit(id);
    else if (data.lines[id]) showLine(id);
  }
  window.addEventListener("hashchange", fromAddress);

  filter();
  overview();
  whole();
  fromAddress();
})();
