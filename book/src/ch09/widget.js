// Chapter 9: a digit on the pad, the image made of it, the hidden activations with the weights of one neuron, and the
// ten probabilities. A drawing is a list of strokes of points, in dots of the pad; it is not kept in the address.

import { ARROWS, Widget, clamp, drag, draw, letter, number, set, shown, under } from '../../widgets/widget.js';

// As the module has it: so many dots along each side of the pad.
const DOTS = 64;
// The layout of the figure that stands still: the pad; below it the image, the activations and the weights; the bars.
const PAD = { left: 0, top: 24, side: 212 };
const [BELOW, BLOCK, BLOCKS] = [274, 148, [0, 166, 332]];
const BAR = { left: 258, width: 172, row: 21, words: 436 };
const PIXEL = BLOCK / 8;
const NEURONS = 32;
const DIGITS = [...'0123456789'];
// How far an arrow key moves the pen, in dots.
const STEP = 2;

export default function start(figure) {
    const widget = new Widget(figure, {
        label: 'A pad with a digit, the image made of it, hidden neurons, and the probabilities of the ten digits',
        size: [480, 424],
        state: { made: 'prepared', pad: 'example', image: 0, pen: 6, right: 0, down: 0, neuron: 0 },
        redraw,
    });
    const { svg, state } = widget;
    const title = (x, y, text) => draw(svg, 'text', { x, y }, text);
    title(PAD.left, 14, 'the pad');
    title(BAR.left, 14, 'probabilities');
    ['8 × 8 image', 'hidden neurons'].forEach((text, at) => title(BLOCKS[at], BELOW - 10, text));
    const whose = title(BLOCKS[2], BELOW - 10, '');

    const pad = padOf();
    const bars = DIGITS.map(barOf);
    const [picture, neurons, weights] = BLOCKS.map(x => draw(svg, 'g', { transform: `translate(${x} ${BELOW})` }));
    const pixels = framed(picture);
    const activations = Array.from({ length: NEURONS }, (_, at) => neuronOf(at));
    const squares = framed(weights);

    const made = widget.choice('made', 'the drawing is', [['prepared', 'prepared like the data'], ['smaller', 'only made smaller']]);
    widget.choice('pad', 'on the pad', [['example', 'a small 3'], ['own', 'your drawing'], ...DIGITS.map(digit => [digit, `a test digit: ${digit}`])]);
    const which = widget.choice('image', 'which one', [...['first', 'second', 'third', 'fourth', 'hardest'].entries()].map(([at, name]) => [at, `the ${name}`]));
    const pen = widget.slider('pen', { label: 'width of pen', min: 2, max: 12, step: 0.5, words: value => `${shown(value, 1)} dots` });
    for (const way of ['right', 'down']) widget.slider(way, { label: `image moved ${way}`, min: -3, max: 3, step: 1, digits: 0 });
    widget.slider('neuron', { label: 'hidden neuron', min: 0, max: NEURONS - 1, step: 1, digits: 0 });
    for (const key of ['image', 'right', 'down', 'neuron']) state[key] = Math.round(state[key]);
    const undo = widget.button('Undo', () => {
        own.pop();
        widget.set({ pad: 'own' });
    });
    widget.button('Clear', clear);
    const details = Object.assign(document.createElement('details'), { innerHTML: '<summary>The image as numbers</summary><table class="nn-numbers"><caption>Ink from 0 to 16, rounded</caption></table>' });
    details.addEventListener('toggle', () => widget.refresh());
    const table = details.lastChild.appendChild(document.createElement('tbody'));
    widget.output.after(details);

    // The reader's strokes; the pen on the pad, while it is down.
    let own = [];
    let drawing = false;
    let later;
    let example;
    let images;
    return widget.show();

    // A digit is begun on an empty pad, and on one that shows something else.
    function begin(point) {
        if (state.pad !== 'own') own = [];
        if (own.length === 0) Object.assign(state, { right: 0, down: 0 });
        own.push([point]);
        drawing = true;
        state.pad = 'own';
        widget.refresh();
    }

    function go(...points) {
        own.at(-1)?.push(...points);
        widget.refresh();
        // While the pen is down words come at intervals: the last ones must not be left out.
        clearTimeout(later);
        later = setTimeout(() => widget.refresh(), 200);
    }

    function end() {
        if (!drawing) return;
        drawing = false;
        // Into the address, and into words.
        widget.set({});
    }

    function clear() {
        own = [];
        drawing = false;
        widget.set({ pad: 'own', right: 0, down: 0 });
    }

    async function redraw() {
        example ??= strokes([...await widget.ask('example') ?? []]);
        images ??= chunks([...await widget.ask('images') ?? []], 65);
        const lines = { example, own }[state.pad];
        const each = images.length / DIGITS.length;
        const image = lines ? null : images[Math.min(each - 1, state.image) + each * state.pad];
        const call = lines && [state.pen, lines.map(line => [line.length, line])];
        const smaller = state.made === 'smaller';
        const empty = lines?.length === 0;
        const still = empty ? null : image?.slice(0, 64) ?? await widget.ask(smaller ? 'made_smaller' : 'prepared', call);
        const moves = state.right !== 0 || state.down !== 0;
        const seen = still && moves ? await widget.ask('moved', state.right, state.down, ...still) : still;
        const about = name => seen && widget.ask(name, ...seen);
        const [cut, h, p, answer, w, adds] = await Promise.all([
            lines && !empty && !smaller ? widget.ask('cut', call) : null,
            about('hidden'), about('probabilities'), about('answer'), widget.ask('sees', state.neuron),
            seen && widget.ask('adds', state.neuron, ...seen),
        ]);
        controls(lines);
        pad.show(lines, image, cut);
        fill(pixels, seen);
        activations.forEach((show, at) => show(h?.[at] ?? 0, at === state.neuron));
        bars.forEach((show, digit) => show(p?.[digit], digit === answer?.[0]));
        map(w);
        words({ image, empty, seen, h, p, answer, adds });
        if (details.open) table.innerHTML = seen ? chunks([...seen], 8).map(row => `<tr>${row.map(ink => `<td style="padding: 0.2rem 0.4rem; text-align: end">${shown(ink, 0)}</td>`).join('')}</tr>`).join('') : '';
    }

    // Those that say something of what is on the pad.
    function controls(lines) {
        for (const [input, there] of [[made, lines], [pen, lines], [which, !lines]]) {
            input.disabled = !there;
            input.parentElement.style.display = there ? '' : 'none';
        }
        undo.disabled = state.pad !== 'own' || own.length === 0;
    }

    // Filled for a positive weight, open for a negative one: of the area, as of the weight.
    function map(w) {
        whose.textContent = `weights of ${state.neuron}`;
        const most = w ? Math.max(...w.map(Math.abs)) : 1;
        squares.forEach((square, at) => {
            const side = w ? 0.92 * PIXEL * Math.sqrt(Math.abs(w[at]) / most) : 0;
            const middle = [at % 8, Math.floor(at / 8)].map(place => PIXEL * (place + 0.5) - side / 2);
            set(square, { 'fill-opacity': 1, 'shape-rendering': 'auto', x: middle[0], y: middle[1], width: side, height: side, class: 'nn-w', fill: w?.[at] > 0 ? 'currentColor' : 'none', stroke: 'currentColor' });
        });
    }

    function words({ image, empty, seen, h, p, answer, adds }) {
        const said = [];
        if (empty) said.push('The pad is empty. Draw a digit with a finger, a mouse or a pen. On the keyboard, the arrow keys move the pen over the pad, and Space puts it down and lifts it.');
        if (answer && seen) {
            const best = answer[0];
            let text = `The network says <strong>${number(best, 0)}</strong>`;
            if (p) {
                const second = falling(p).find(digit => digit !== best);
                text += ` with a probability of ${number(p[best], 2)}`;
                if (p[second] >= 0.005) text += `; next comes ${second} with ${number(p[second], 2)}`;
            }
            said.push(`${text}.`);
            if (image) said.push(`Its label is ${number(image[64], 0)}${image[64] === best ? '' : ': this is a mistake'}.`);
        }
        if (h && adds) {
            const order = falling(adds);
            const [most, least] = [order[0], order.at(-1)];
            said.push(`</p><p>Hidden neuron ${state.neuron} has the activation ${letter('h')} = ${number(h[state.neuron], 2)}. It adds ${number(adds[most], 2)} to the logit of ${most}, and ${number(adds[least], 2)} to that of ${least}.`);
        }
        widget.say(`<p>${said.join(' ')}</p>`, !drawing);
    }

    // What can be drawn on, by the pointer or by the keys.
    function padOf() {
        const { left, top, side } = PAD;
        const group = draw(svg, 'g', { class: 'nn-handle', tabindex: 0, role: 'slider', style: 'cursor: crosshair', 'aria-label': 'Pad: the arrow keys move the pen, Space puts it down and lifts it' });
        draw(group, 'rect', { x: left, y: top, width: side, height: side, fill: 'var(--paper)', stroke: 'var(--ink-3)' });
        const inside = draw(group, 'g', { transform: `translate(${left} ${top}) scale(${side / DOTS})`, 'clip-path': 'url(#nn-pad)' });
        draw(draw(svg, 'clipPath', { id: 'nn-pad' }), 'rect', { width: DOTS, height: DOTS });
        const blocks = cells(inside, DOTS / 8);
        const ink = draw(inside, 'path', { fill: 'none', stroke: 'var(--ink)', 'stroke-linecap': 'round', 'stroke-linejoin': 'round' });
        const edge = draw(inside, 'rect', { fill: 'none', stroke: 'var(--ink-2)', 'stroke-width': 0.4, 'stroke-dasharray': '1.4 1.2' });
        const tip = draw(inside, 'circle', { fill: 'none', stroke: 'var(--nn-yhat)', 'stroke-width': 0.7, display: 'none' });
        const at = [DOTS / 2, DOTS / 2];
        let down = false;
        const tell = () => {
            set(tip, { cx: at[0], cy: at[1], r: state.pen / 2 + 0.6, fill: down ? 'var(--nn-yhat)' : 'none' });
            set(group, { 'aria-valuenow': at[0], 'aria-valuetext': `column ${at[0]}, row ${at[1]}, pen ${down ? 'down' : 'up'}` });
        };
        const lift = () => {
            down = false;
            tell();
            end();
        };
        group.addEventListener('keydown', event => {
            if (ARROWS[event.key]) {
                const [right, up] = ARROWS[event.key];
                [right, -up].forEach((by, axis) => { at[axis] = clamp(at[axis] + STEP * by, STEP, DOTS - STEP); });
                if (down) go([...at]);
            } else if (event.key === ' ') {
                if (down) lift();
                else begin([...at]);
                down = drawing;
            } else if (event.key === 'Delete' || event.key === 'Backspace') {
                down = false;
                clear();
            } else {
                return;
            }
            event.preventDefault();
            set(tip, { display: 'inline' });
            tell();
        });
        group.addEventListener('blur', () => {
            set(tip, { display: 'none' });
            if (down) lift();
        });
        const place = event => {
            const { x, y } = under(inside, event);
            return [x, y].map(dots => Math.round(100 * clamp(dots, 0, DOTS)) / 100);
        };
        drag(group, {
            press(event) {
                down = false;
                set(tip, { display: 'none' });
                begin(place(event));
            },
            move(event) {
                const events = event.getCoalescedEvents?.() ?? [];
                go(...(events.length ? events : [event]).map(place));
            },
            release: end,
        });
        tell();
        return {
            show(lines, image, cut) {
                fill(blocks, image);
                // A stroke of one point is a dot: a line of no length has round ends.
                set(ink, { 'stroke-width': state.pen, d: lines?.map(line => `M${line[0]}L${line.join('L')}`).join('') ?? '' });
                set(edge, cut?.length ? { display: 'inline', x: cut[1], y: cut[0], width: cut[3] - cut[1], height: cut[2] - cut[0] } : { display: 'none' });
                tell();
            },
        };
    }

    // The bar of a digit, drawn anew by what is returned.
    function barOf(digit, row) {
        const top = PAD.top + BAR.row * row;
        const mark = draw(svg, 'rect', { x: BAR.left - 22, y: top + 1, width: 18, height: 19, rx: 2, fill: 'var(--marker)' });
        const name = draw(svg, 'text', { x: BAR.left - 13, y: top + 16, 'text-anchor': 'middle' }, digit);
        const place = { x: BAR.left, y: top + 4, height: 14 };
        draw(svg, 'rect', { ...place, width: BAR.width, fill: 'var(--wash)' });
        const bar = draw(svg, 'rect', { ...place, class: 'nn-yhat', fill: 'currentColor' });
        const words = draw(svg, 'text', { x: BAR.words, y: top + 16 });
        return (p, best) => {
            set(mark, { display: best ? 'inline' : 'none' });
            for (const text of [name, words]) set(text, { 'font-weight': best ? 600 : 400 });
            set(bar, { width: Number.isFinite(p) ? BAR.width * clamp(p, 0, 1) : 0 });
            words.textContent = p === undefined ? '' : Number.isFinite(p) ? p.toFixed(2) : shown(p);
        };
    }

    // A hidden neuron: up from the middle for a positive activation, down for a negative one.
    function neuronOf(at) {
        const [wide, high] = [PIXEL, BLOCK / 4];
        const [x, middle] = [wide * (at % 8), high * (Math.floor(at / 8) + 0.5)];
        const group = draw(neurons, 'g', { style: 'cursor: pointer' });
        const back = draw(group, 'rect', { x: x + 1, y: middle - high / 2 + 1, width: wide - 2, height: high - 2, fill: 'var(--wash)' });
        const bar = draw(group, 'rect', { x: x + 4, width: wide - 8, class: 'nn-h', fill: 'currentColor' });
        draw(group, 'path', { d: `M${x + 2} ${middle}h${wide - 4}`, stroke: 'var(--ink-3)' });
        group.addEventListener('click', () => widget.set({ neuron: at }));
        return (h, chosen) => {
            const length = (high / 2 - 3) * Math.min(1, Math.abs(h));
            set(bar, { y: h > 0 ? middle - length : middle, height: length });
            set(back, { stroke: chosen ? 'var(--ink)' : 'none', 'stroke-width': 1.6 });
        };
    }
}

// 8 × 8 cells of ink, row by row.
const cells = (parent, side) => Array.from({ length: 64 }, (_, at) =>
    draw(parent, 'rect', { x: side * (at % 8), y: side * Math.floor(at / 8), width: side, height: side, fill: 'var(--ink)', 'fill-opacity': 0, 'shape-rendering': 'crispEdges' }));

// The cells of an image, with a frame around them.
function framed(block) {
    const inside = cells(block, PIXEL);
    draw(block, 'rect', { width: BLOCK, height: BLOCK, fill: 'none', stroke: 'var(--rule)' });
    return inside;
}

const fill = (cells, image) => cells.forEach((cell, at) => set(cell, { 'fill-opacity': image ? Math.min(1, image[at] / 16).toFixed(3) : 0 }));

// The ten digits, the one with the greatest value first.
const falling = values => DIGITS.map(Number).sort((a, b) => values[b] - values[a]);

const chunks = (numbers, size) => Array.from({ length: numbers.length / size }, (_, at) => numbers.slice(size * at, size * (at + 1)));

// Strokes as the module has them: how many points, and each of them.
function strokes(numbers) {
    const lines = [];
    while (numbers.length) {
        const points = numbers.shift();
        lines.push(chunks(numbers.splice(0, 2 * points), 2));
    }
    return lines;
}
