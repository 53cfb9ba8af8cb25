// What the page does beyond being read: filters kept in the address, a sheet beside the timeline, details on hover,
// everything open on paper. Without this script the page says the same, but for the reasons of each sheet.
(() => {
  'use strict';
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);

  const form = one('.filters');
  // A page that filters nothing has only its tables.
  if (!form) return reachTables();
  const dialog = one('dialog');
  const hover = one('.hover');
  const colon = document.documentElement.lang === 'fr' ? ' : ' : ': ';
  const sheets = all('.sheets > details');

  // — Texts whose pieces are shared. What they hold was escaped when the page was written.
  function sharedTexts(id) {
    const { parts, texts } = JSON.parse(document.getElementById(id).textContent);
    return texts.map(pieces =>
      pieces.map(piece => (typeof piece === 'number' ? parts[piece] : piece)).join(''),
    );
  }
  one('[data-later]').innerHTML = sharedTexts('later').join('');
  const reasons = sharedTexts('reasons');

  // — The address: « #timeline&member=x&category=y&zoom=quarter&tender=z ».
  const address = () => new URLSearchParams(location.hash.slice(1));
  const PARAMETERS = ['member', 'category', 'zoom', 'tender'];

  function keep(changes) {
    const state = address();
    for (const [name, value] of Object.entries(changes)) {
      if (value) state.set(name, value);
      else state.delete(name);
    }
    const text = [...state]
      .map(([name, value]) => (value ? `${name}=${encodeURIComponent(value)}` : name))
      .join('&');
    history.replaceState(null, '', `#${text}`);
  }

  // — Filters. A row carries the ranks of its members and of its category in the two lists.
  const lists = all('[data-kind]').map(list => ({
    kind: list.dataset.kind,
    rows: all('[data-m]', list).map(element => ({
      element,
      members: ` ${element.dataset.m} `,
      category: element.dataset.c,
    })),
  }));
  const mapRows = all('.map tbody tr');

  function filter() {
    const member = form.member.selectedIndex - 1;
    const category = form.category.selectedIndex - 1;
    const shown = {};
    for (const { kind, rows } of lists) {
      shown[kind] ??= [];
      for (const row of rows) {
        const fits =
          (member < 0 || row.members.includes(` ${member} `)) &&
          (category < 0 || row.category === String(category));
        if (row.element.hidden === fits) row.element.hidden = !fits;
        if (fits) shown[kind].push(row.element);
      }
    }
    shown.launch = shown.sheet.filter(sheet => !('past' in sheet.dataset));
    for (const row of mapRows) row.hidden = category >= 0 && row.dataset.c !== String(category);
    for (const group of all('[data-group]')) group.hidden = !one('li:not([hidden])', group);
    for (const count of all('[data-count]')) count.textContent = shown[count.dataset.count].length;
    for (const note of all('[data-empty]')) note.hidden = shown[note.dataset.empty].length > 0;
    first(shown);
  }

  // — What is next, of what is shown: as many as there are at first.
  const firsts = all('[data-first]').map(list => ({
    list,
    kind: list.dataset.first,
    most: list.children.length,
  }));

  function first(shown) {
    for (const { list, kind, most } of firsts) {
      const rows = shown[kind].filter(row => !row.matches('.missed')).slice(0, most);
      list.replaceChildren(...rows.map(kind === 'launch' ? launch : copyOf));
    }
  }

  /** A sheet as a launch to come, in the words of the sheet. */
  function launch(sheet) {
    const body = sheet.lastElementChild;
    const [published] = all('.facts div', body);
    const link = element('a', one('h3', sheet).textContent);
    link.href = `#${body.id}`;
    const day = element(
      'i',
      `${published.firstElementChild.textContent} ${published.lastElementChild.textContent}`,
    );
    const lead = one('.lead', body).cloneNode(true).childNodes;
    return element(
      'li',
      element('p', one('span', sheet).textContent, day),
      element('p', element('b', link), ...lead),
    );
  }

  function element(name, ...content) {
    const made = document.createElement(name);
    made.append(...content);
    return made;
  }

  function copyOf(row) {
    const copy = row.cloneNode(true);
    copy.removeAttribute('data-m');
    return copy;
  }

  // — Sheets. Their reasons are put in place when they are first shown.
  function complete(sheet) {
    const body = sheet.lastElementChild;
    if (body.dataset.complete) return body;
    body.dataset.complete = 'yes';
    body.insertAdjacentHTML('beforeend', reasons[sheets.indexOf(sheet)]);
    return body;
  }

  const sheetAt = anchor => document.getElementById(anchor)?.closest('.sheets > details');

  function show(sheet) {
    one('h3', dialog).textContent = one('h3', sheet).textContent;
    const copy = complete(sheet).cloneNode(true);
    keep({ tender: copy.id });
    copy.removeAttribute('id');
    dialog.lastElementChild.replaceChildren(copy);
    for (const button of all('[data-go]', dialog))
      button.disabled = !neighbour(sheet, Number(button.dataset.go));
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    scrollable(dialog);
  }

  function neighbour(sheet, step) {
    const visible = sheets.filter(({ hidden }) => !hidden);
    return visible[visible.indexOf(sheet) + step];
  }

  dialog.addEventListener('close', () => keep({ tender: '' }));
  dialog.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (event.target === dialog || button?.matches('[data-close]')) dialog.close();
    else if (button) show(neighbour(sheetAt(address().get('tender')), Number(button.dataset.go)));
  });
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (target.matches('.sheets > details') && target.open) complete(target);
      scrollable(target);
    },
    true,
  );

  // — Links: to a tender, its sheet opens; to a section, the filters stay in the address.
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const anchor = link.hash.slice(1);
    const sheet = sheetAt(anchor);
    event.preventDefault();
    hide();
    if (sheet) show(sheet);
    else go(anchor);
  });

  function go(anchor) {
    const target = document.getElementById(anchor);
    if (!target) return;
    const kept = PARAMETERS.map(name => [name, address().get(name)]).filter(([, value]) => value);
    history.pushState(null, '', `#${anchor}`);
    keep(Object.fromEntries(kept));
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView();
  }

  // — Details of a line of the timeline, under the pointer or the focus.
  function tell(link) {
    const sheet = sheetAt(link.hash.slice(1));
    const facts = one('.facts', sheet);
    const told = all('dt', facts)
      .slice(0, 4)
      .map(term => `${term.textContent}${colon}${term.nextElementSibling.textContent}`);
    const lead = all('.lead span', sheet).map(span => span.textContent);
    hover.textContent = [...lead, ...told].join('\n');
    hover.hidden = false;
    const { top, bottom } = link.getBoundingClientRect();
    const { left } = one('.timeline').getBoundingClientRect();
    const below = bottom + hover.offsetHeight + 8 < innerHeight;
    hover.style.top = `${below ? bottom + 4 : top - hover.offsetHeight - 4}px`;
    hover.style.left = `${Math.max(left, 8) + 16}px`;
  }
  const hide = () => {
    hover.hidden = true;
  };
  const timeline = one('.timeline');
  for (const event of ['mouseover', 'focusin']) {
    timeline?.addEventListener(event, ({ target }) => {
      const link = target.closest('a');
      if (link && (event === 'mouseover' || link.matches(':focus-visible'))) tell(link);
    });
  }
  for (const event of ['mouseleave', 'focusout', 'scroll']) timeline?.addEventListener(event, hide);
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide());

  // — A table wider than its place can be reached and scrolled with the keyboard.
  function scrollable(within, places = '.scroll') {
    for (const place of all(places, within)) {
      const wide = place.scrollWidth > place.clientWidth + 1;
      if (wide && !place.hasAttribute('tabindex')) {
        place.tabIndex = 0;
        place.setAttribute('role', 'group');
        place.setAttribute('aria-label', one('caption', place)?.textContent ?? '');
      }
    }
  }

  function reachTables() {
    for (const section of all('main > section')) scrollable(section, '.scroll:not(details .scroll)');
  }

  // — Every sheet at once, to read or print them all.
  const openAll = one('[data-open-all]');
  const openLabel = openAll.textContent;
  openAll.hidden = sheets.length === 0;
  openAll.addEventListener('click', () => {
    const opens = openAll.textContent === openLabel;
    for (const sheet of sheets) sheet.open = opens;
    openAll.textContent = opens ? openAll.dataset.closes : openLabel;
  });

  // — On paper sheets are as they are on the screen, and every reason is open.
  let opened = [];
  addEventListener('beforeprint', () => {
    for (const sheet of sheets) if (sheet.open) complete(sheet);
    opened = all('[data-print]:not([open])');
    for (const details of opened) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of opened) details.open = false;
  });

  // — From the address to the page, when it is opened and when it changes.
  function restore() {
    const state = address();
    form.member.value = state.get('member') ?? '';
    form.category.value = state.get('category') ?? '';
    if (form.member.selectedIndex < 0) form.member.selectedIndex = 0;
    if (form.category.selectedIndex < 0) form.category.selectedIndex = 0;
    for (const radio of all('[name=zoom]')) radio.checked = radio.value === (state.get('zoom') || 'year');
    filter();
    const [anchor] = state.keys();
    const sheet = sheetAt(state.get('tender') ?? anchor ?? '');
    if (sheet) show(sheet);
    else if (anchor && !PARAMETERS.includes(anchor)) document.getElementById(anchor)?.scrollIntoView();
  }

  form.addEventListener('change', () => {
    keep({ member: form.member.value, category: form.category.value });
    filter();
  });
  form.addEventListener('reset', () => {
    keep({ member: '', category: '' });
    setTimeout(filter);
  });
  form.addEventListener('submit', event => event.preventDefault());
  for (const radio of all('[name=zoom]')) {
    radio.addEventListener('change', () => keep({ zoom: radio.value === 'year' ? '' : radio.value }));
  }
  addEventListener('hashchange', restore);

  form.hidden = false;
  restore();
  reachTables();
})();
