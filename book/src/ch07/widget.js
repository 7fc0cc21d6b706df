// Chapter 7: an expression is recorded line by line, and swept back. The tape is drawn as a table with an arc from each
// line to those that use it.

import { Widget, draw, letter, shown, symbol } from '../../widgets/widget.js';

// The lines of each expression: the name, and what it is computed from, as the module has them. `kind` is the colour
// of a symbol, `inputs` what a reader can change.
const plain = name => ({ name, kind: 'ink' });
const EXPRESSIONS = [
    { key: 'diamond', name: 'b = a + a, c = b · a', inputs: ['a'], lines: [plain('a'), { ...plain('b'), from: [0, ' + ', 0] }, { ...plain('c'), from: [1, ' · ', 0] }] },
    { key: 'twice', name: 'b = a + a, c = b + b', inputs: ['a'], lines: [plain('a'), { ...plain('b'), from: [0, ' + ', 0] }, { ...plain('c'), from: [1, ' + ', 1] }] },
    {
        key: 'neuron', name: 'a neuron and its error', inputs: ['w1', 'w2'],
        lines: [
            { name: 'w', index: 1, kind: 'w' }, { name: 'x', index: 1, kind: 'x' }, { name: 'w', index: 2, kind: 'w' }, { name: 'x', index: 2, kind: 'x' }, { name: 'y', kind: 'y' },
            { ...plain('p'), from: [0, ' · ', 1] }, { ...plain('q'), from: [2, ' · ', 3] }, { name: 'a', kind: 'a', from: [5, ' + ', 6] },
            { name: 'ŷ', kind: 'yhat', from: ['σ(', 7, ')'] }, { ...plain('d'), from: [8, ' − ', 4] }, { ...plain('E'), from: [9, ' · ', 9] },
        ],
    },
];
const SWEEPS = [
    ['adds', 'adds up, last line first'],
    ['overwrites', 'overwrites'],
    ['upstream', 'forgets the upstream derivative'],
    ['early', 'hands on too early'],
];
// Why a wrong sweep is wrong, and when it is right by luck.
const WHY = {
    overwrites: ['A line that is used twice is handed two shares, and the second has wiped out the first.', 'no line is used twice'],
    upstream: ['Each line has handed on its local derivatives only, as if nothing came after it.', 'every upstream derivative is 1'],
    early: ['A line has handed on before its shares were complete, and then once more, with all of them.', 'no line that has parents is used twice'],
};
const MOST = Math.max(...EXPRESSIONS.map(({ lines }) => lines.length));
// The edges of the columns, as in the figure that stands still.
const [NUMBER, LINE, VALUE, LOCAL, DERIVATIVE, ARCS] = [8, 32, 186, 206, 404, 412];
const HEAD = 22;

// As many digits as a number needs, and three at most.
const short = value => {
    const text = shown(value, 3);
    return text.includes('e') || !text.includes('.') ? text : text.replace(/\.?0+$/, '');
};
const datum = value => `<data value="${value}">${short(value)}</data>`;

export default function start(figure) {
    const widget = new Widget(figure, {
        label: 'A tape as a table: each line with its value, its parents and its derivative',
        size: [480, 190],
        state: { expression: 'diamond', sweep: 'adds', at: 3, line: -1, a: 3, w1: -1, w2: 1 },
        redraw,
    });
    const { state } = widget;
    const heads = draw(widget.svg, 'g');
    for (const [x, text, anchor] of [[LINE, 'line', 'start'], [VALUE, 'value', 'end'], [LOCAL, 'grows', 'start'], [DERIVATIVE, 'derivative', 'end']]) {
        draw(heads, 'text', { x, y: HEAD - 2, 'text-anchor': anchor }, text);
    }
    const arcs = draw(widget.svg, 'g');
    // The groups stay, so that the focus does too.
    const rows = Array.from({ length: MOST }, (_, at) => {
        const row = draw(widget.svg, 'g', { role: 'button', tabindex: 0, style: 'cursor: pointer' });
        row.addEventListener('click', () => choose(at));
        row.addEventListener('keydown', event => {
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (event.key === 'Enter' || event.key === ' ') choose(at);
            else if (step && rows[at + step]?.style.display === '') rows[at + step].focus();
            else return;
            event.preventDefault();
        });
        return row;
    });

    const which = widget.choice('expression', 'computation', EXPRESSIONS.map(({ key, name }) => [key, name]));
    widget.choice('sweep', 'sweep', SWEEPS);
    const sliders = {};
    for (const [key, name, index, kind] of [['a', 'a', '', 'ink'], ['w1', 'w', 1, 'w'], ['w2', 'w', 2, 'w']]) {
        sliders[key] = widget.slider(key, { label: letter(name, index, kind), min: -4, max: 4, step: 0.5, words: short }).parentElement;
    }
    // A new computation is recorded already, and waits for its sweep.
    which.addEventListener('input', () => Object.assign(state, { at: EXPRESSIONS[which.selectedIndex].lines.length, line: -1 }), { capture: true });
    widget.button('Back', () => widget.set({ at: Math.max(0, state.at - 1) }));
    widget.button('Next', () => widget.set({ at: state.at + 1 }));
    widget.button('To the start', () => widget.set({ at: 0, line: -1 }));
    widget.button('To the end', () => widget.set({ at: Infinity }));
    return widget.show();

    function choose(at) {
        widget.set({ line: state.line === at ? -1 : at });
    }

    async function redraw() {
        const number = EXPRESSIONS.findIndex(({ key }) => key === state.expression);
        const { lines, inputs } = EXPRESSIONS[number];
        for (const key in sliders) {
            sliders[key].style.display = inputs.includes(key) ? '' : 'none';
            sliders[key].querySelector('input').disabled = !inputs.includes(key);
        }
        const call = [number, inputs.map(key => state[key])];
        const sweep = SWEEPS.findIndex(([key]) => key === state.sweep);
        const [recorded, order, measured] = await Promise.all([widget.ask('record', call), widget.ask('order', call, sweep), widget.ask('measured', call)]);
        const tape = recorded && nodes([...recorded]);
        // Lines, then the 1 at the output, then a step for each line that hands on.
        const last = lines.length + 1 + (order?.length ?? 0);
        state.at = Math.max(0, Math.min(last, Math.round(state.at) || 0));
        const known = Math.min(state.at, lines.length);
        if (!(state.line >= 0 && state.line < known)) state.line = -1;
        const visits = state.at - lines.length - 1;
        const [found, shares] = visits < 0 ? [] : await Promise.all([widget.ask('swept', call, sweep, visits), visits ? widget.ask('shares', call, sweep, visits) : null]);
        const now = { lines, tape, known, found, shares: shares && parts([...shares]), visits, done: state.at === last, measured };
        picture(now);
        words(now);
    }

    function picture({ lines, tape, known, found, shares, visits }) {
        const row = lines.length > 3 ? 35 : 48;
        const middle = at => HEAD + row * at + row / 2 + 6;
        widget.svg.setAttribute('viewBox', `0 0 480 ${HEAD + row * lines.length + 8}`);
        const active = visits < 0 ? known - 1 : visits === 0 ? lines.length - 1 : shares?.node;
        const fresh = at => visits === 0 ? at === lines.length - 1 : shares?.parents.some(({ parent }) => parent === at);
        arcs.replaceChildren();
        rows.forEach((group, at) => {
            group.replaceChildren();
            group.style.display = at < known && tape ? '' : 'none';
            if (group.style.display) return;
            const { value, parents } = tape[at];
            const y = middle(at);
            const text = (x, anchor, words, attributes = {}) => draw(group, 'text', { x, y: y + 6, 'text-anchor': anchor, ...attributes }, words);
            const mark = (x, width) => draw(group, 'rect', { x, y: y - 12, width, height: 24, rx: 2, fill: 'var(--marker)' });
            draw(group, 'rect', { x: 0, y: y - row / 2, width: ARCS - 4, height: row, fill: at === state.line ? 'var(--wash)' : 'transparent' });
            draw(group, 'path', { d: `M0 ${y - row / 2}H${DERIVATIVE}`, stroke: 'var(--rule)' });
            if (at === active) mark(LINE - 4, 112);
            if (found && fresh(at)) mark(DERIVATIVE - 62, 66);
            text(NUMBER, 'start', at);
            text(LINE, 'start', formula(lines, at, symbol));
            text(VALUE, 'end', short(value));
            text(LOCAL, 'start', grows(lines, parents));
            const derivative = found ? short(found[at]) : 'not known yet';
            if (found && (at >= active || found[at] !== 0)) text(DERIVATIVE, 'end', derivative, { 'font-weight': 600 });
            group.setAttribute('aria-pressed', at === state.line);
            // Its name is what it shows; this says which number is which.
            group.setAttribute('aria-description', `value ${short(value)}, derivative ${derivative}`);
            parents.forEach(({ parent }, use) => {
                const inner = parents.length === 2 && parents[0].parent === parents[1].parent && use === 1;
                const on = at === active || at === state.line || parent === state.line;
                arc(middle(parent), y, inner, on ? 'var(--ink)' : 'var(--ink-3)', on ? 2.4 : 1.4, visits > 0 && at === active);
            });
        });
    }

    // From a parent's height to that of the line that uses it, by the right; on the way back the head is at the parent.
    function arc(from, to, inner, colour, width, back) {
        const bow = (inner ? 0.55 : 1) * Math.min(60, 8 + 3.4 * Math.sqrt(to - from));
        const end = to - (inner ? 5 : 0);
        const x = ARCS + 2;
        const aside = x + (4 / 3) * bow;
        draw(arcs, 'path', { d: `M${x} ${from}C${aside} ${from} ${aside} ${end} ${x} ${end}`, fill: 'none', stroke: colour, 'stroke-width': width });
        const tip = back ? from : end;
        draw(arcs, 'path', { d: `M${x} ${tip}l9 -4v8z`, fill: colour });
    }

    function words(now) {
        const { lines, tape, known, found, visits, done, measured } = now;
        const name = at => letter(lines[at].name, lines[at].index ?? '', lines[at].kind);
        const output = lines.length - 1;
        const said = [];
        if (!tape) {
            // The note says what is missing.
        } else if (known === 0) {
            said.push('The tape is empty. <b>Next</b> records the first line.');
        } else if (visits < 0) {
            said.push(recording(lines, tape, known - 1, name));
            if (known === lines.length) said.push('The tape is complete: <b>Next</b> turns round.');
        } else if (visits === 0 && found) {
            said.push(`<b>Turn round.</b> ${name(output)} grows as fast as itself: its derivative is ${datum(found[output])}, and all others begin with 0.`);
        } else if (found && now.shares) {
            said.push(handing(now, name));
        }
        if (done && found && measured) said.push(judgement(now, name));
        if (state.line >= 0 && tape) said.push(`</p><p>${about(now, name)}`);
        widget.say(`<p>${said.join(' ')}</p>`);
    }

    function recording(lines, tape, at, name) {
        const { value, parents } = tape[at];
        if (!parents.length) return `<b>Record.</b> ${name(at)} is ${datum(value)}. It comes from outside and has no parents.`;
        const each = parents.map(({ parent, local }, use) => `${datum(local)} times as fast as ${use && parents[0].parent === parent ? 'the other ' : ''}${name(parent)}`);
        return `<b>Record.</b> ${formula(lines, at, letter)} is ${datum(value)}. It grows ${each.join(' and ')}.`;
    }

    function handing({ shares: { node, upstream, parents }, found }, name) {
        const to = parents.map(({ parent, local, share }) => state.sweep === 'upstream'
            ? `${datum(local)} to ${name(parent)}, without its own ${datum(upstream)}`
            : `${datum(upstream)} × ${datum(local)} = ${datum(share)} to ${name(parent)}`);
        const places = [...new Set(parents.map(({ parent }) => parent))];
        return `<b>Sweep.</b> ${name(node)} hands on ${to.join(' and ')}. Now the derivative by ${places.map(at => `${name(at)} is ${datum(found[at])}`).join(', by ')}.`;
    }

    function judgement({ lines, found, measured, tape }, name) {
        const output = lines.length - 1;
        const wrong = lines.map((_, at) => at).filter(at => Math.abs(found[at] - measured[at]) > 1e-6 * Math.max(1, Math.abs(measured[at])));
        const leaf = wrong.find(at => !tape[at].parents.length) ?? wrong[0];
        if (leaf !== undefined) return `<b>Measured,</b> ${name(output)} grows ${datum(measured[leaf])} times as fast as ${name(leaf)}, and not ${datum(found[leaf])} times. ${WHY[state.sweep]?.[0] ?? ''}`;
        return `<b>Measured,</b> every derivative is right${WHY[state.sweep] ? `, but by luck: here ${WHY[state.sweep][1]}` : ''}.`;
    }

    // Where a line comes from, who uses it, and its derivative.
    function about({ lines, tape, known, found, measured }, name) {
        const at = state.line;
        const { value, parents } = tape[at];
        const count = list => [...new Set(list)].map(other => name(other) + (list.filter(same => same === other).length > 1 ? ', twice' : '')).join(' and ');
        const users = tape.slice(0, known).flatMap((node, user) => node.parents.filter(({ parent }) => parent === at).map(() => user));
        const from = parents.length ? `was computed from ${count(parents.map(({ parent }) => parent))}` : 'comes from outside';
        const used = users.length ? `is used by ${count(users)}` : at === lines.length - 1 ? 'is the output' : 'is not used yet';
        const derivative = found ? ` The derivative of ${name(lines.length - 1)} by it is ${datum(found[at])} so far${measured ? `; measured, it is ${datum(measured[at])}` : ''}.` : '';
        return `<b>Line ${at}.</b> ${name(at)} = ${datum(value)} ${from} and ${used}.${derivative}`;
    }
}

// What `record` answers, line by line.
function nodes(numbers) {
    const tape = [];
    while (numbers.length) {
        const [value, count] = numbers.splice(0, 2);
        tape.push({ value, parents: Array.from({ length: count }, () => numbers.splice(0, 2)).map(([parent, local]) => ({ parent, local })) });
    }
    return tape;
}

// What `shares` answers.
function parts([node, upstream, ...numbers]) {
    const parents = [];
    while (numbers.length) parents.push(numbers.splice(0, 3));
    return { node, upstream, parents: parents.map(([parent, local, share]) => ({ parent, local, share })) };
}

// A line as it is written, b = a + a, with a function for its symbols.
function formula(lines, at, letters) {
    const name = ({ name, index = '', kind }) => letters(name, index, kind);
    const from = lines[at].from?.map(part => (typeof part === 'number' ? name(lines[part]) : part)).join('');
    return name(lines[at]) + (from ? ` = ${from}` : '');
}

// How fast a line grows with its parents.
function grows(lines, parents) {
    const name = ({ parent }) => symbol(lines[parent].name, lines[parent].index ?? '', lines[parent].kind);
    const twice = parents.length === 2 && parents[0].parent === parents[1].parent;
    if (twice) return `${short(parents[0].local)} × ${name(parents[0])}, twice`;
    return parents.map(each => `${short(each.local)} × ${name(each)}`).join(', ');
}
