// What the moving figures share: a place to draw, axes, controls, things to drag, words, an address for each state.
//
// A figure's script makes a Widget with its state and a function that draws it. Whenever the state changes, that
// function is called; it asks the chapter's functions for every number, and only draws.

import { Reference } from './reference.js';

const SVG = 'http://www.w3.org/2000/svg';
// How far the axes are from what they measure.
const GAP = 4;

// A new element of a drawing, put into `parent`. `text` may hold markup from `symbol`.
export function draw(parent, name, attributes = {}, text = '') {
    const element = document.createElementNS(SVG, name);
    set(element, attributes);
    if (text !== '') element.innerHTML = text;
    parent.append(element);
    return element;
}

export function set(element, attributes) {
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
}

export const clamp = (value, low, high) => Math.min(high, Math.max(low, value));

// The way of each arrow key, to the right and up.
export const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

// Where a pointer is, in the units of an element of a drawing.
export const under = (element, { clientX, clientY }) => new DOMPoint(clientX, clientY).matrixTransform(element.getScreenCTM().inverse());

// Follows a pointer that is pressed on an element, one at a time, until it is released or taken away.
export function drag(element, { press, move, release }) {
    let held;
    element.addEventListener('pointerdown', event => {
        if (held !== undefined || event.button !== 0) return;
        event.preventDefault();
        element.focus({ preventScroll: true });
        element.setPointerCapture(event.pointerId);
        held = event.pointerId;
        press?.(event);
    });
    // A finger on it drags, and does not scroll the page: `touch-action` alone does not reach into a drawing in every
    // browser.
    element.addEventListener('touchstart', event => event.preventDefault(), { passive: false });
    element.addEventListener('pointermove', event => {
        if (event.pointerId === held) move(event);
    });
    element.addEventListener('lostpointercapture', () => {
        held = undefined;
        release?.();
    });
}

// A symbol in its colour, as formulas show it: symbol('w', 1) is w₁. Works in text and in drawings.
export const symbol = (letter, index = '', kind = letter) =>
    `<tspan class="nn-${kind}" font-style="italic">${letter}</tspan>${index === '' ? '' : `<tspan class="nn-${kind}" font-size="0.75em" dy="0.25em">${index}</tspan><tspan dy="-0.25em">\u200b</tspan>`}`;

// The same for labels and sentences.
export const letter = (name, index = '', kind = name) => `<var class="nn-${kind}">${name}${index === '' ? '' : `<sub>${index}</sub>`}</var>`;

// A number as a reader sees it: −0.50, 1.2e7.
export function shown(value, digits = 2) {
    if (typeof value !== 'number' || Number.isNaN(value)) return 'not a number';
    if (!Number.isFinite(value)) return value > 0 ? 'infinite' : 'minus infinite';
    const small = value !== 0 && Math.abs(value) < 0.5 * 10 ** -digits && Math.abs(value) < 1e-3;
    const text = Math.abs(value) >= 1e6 || small ? value.toExponential(2) : value.toFixed(digits);
    return (/^-[0.]*$/.test(text) ? text.slice(1) : text).replaceAll('-', '−');
}

// A computed number in a sentence. The element keeps the exact value.
export const number = (value, digits) => `<data value="${value}">${shown(value, digits)}</data>`;

export class Widget {
    #reference;
    #figure;
    #buttons;
    #redraw;
    #defaults;
    #running = false;
    #again = false;
    #notes = [];
    #note;
    #updates = [];
    #timer;
    #said = 0;
    #colours = {};

    // `label`: what the drawing is, for those who do not see it. `size`: its width and height in units; a width of 480
    // puts letters at the size of the other figures. `state`: an object of numbers, strings and lists of numbers, as it
    // is at first.
    constructor(figure, { label, size: [width, height], state, redraw }) {
        this.#figure = figure;
        this.#reference = new Reference(figure);
        this.#redraw = redraw;
        this.#defaults = structuredClone(state);
        this.state = { ...structuredClone(state), ...this.#fromAddress() };
        this.element = make('div', 'nn-widget');
        const stage = make('div', 'nn-stage', this.element);
        this.svg = draw(stage, 'svg', { viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': label, class: 'nn-svg' });
        this.size = [width, height];
        this.stage = stage;
        this.panel = make('div', 'nn-panel', this.element);
        this.controls = make('div', 'nn-controls', this.panel);
        this.output = make('output', 'nn-said', this.panel);
        this.#note = make('p', 'nn-note', this.panel);
        this.#note.setAttribute('role', 'status');
        // Arrows move what has the focus, and do not turn the page.
        this.element.addEventListener('keydown', event => {
            if (event.key.startsWith('Arrow')) event.stopPropagation();
        });
    }

    // Shows the figure in the place of the one that stands still, once its module has been loaded.
    async show() {
        try {
            await this.#reference.load();
        } catch (error) {
            // What stands still says enough.
            console.warn(error.message);
            return;
        }
        this.#figure.querySelector('.nn-art').after(this.element);
        // Whoever tests the figure can see what its words may say.
        this.#figure.nnState = this.state;
        this.#figure.classList.add('nn-moves');
        await this.refresh();
        // The address may name a state of this figure: now that it has its height, it is where the reader wants to be.
        if (location.hash === `#${this.#figure.id}`) this.#figure.scrollIntoView();
    }

    // What a function of the chapter answers, as a list; null if the student's own fails, which a note then says.
    async ask(name, ...numbers) {
        try {
            return await this.#reference.call(name, numbers.flat(Infinity));
        } catch (error) {
            if (!this.#notes.includes(error.html)) this.#notes.push(error.html);
            return null;
        }
    }

    // Draws the state anew. If it changes while numbers are on their way, it is drawn once more at the end, and not for
    // each change.
    async refresh() {
        if (this.#running) {
            this.#again = true;
            return;
        }
        this.#running = true;
        do {
            this.#again = false;
            this.#notes = [];
            this.#updates.forEach(update => update());
            await this.#redraw(this);
            const notes = this.#notes.join('<br>');
            if (this.#note.innerHTML !== notes) this.#note.innerHTML = notes;
        } while (this.#again);
        this.#running = false;
    }

    // Changes the state, draws it, and puts it into the address.
    set(changes) {
        Object.assign(this.state, changes);
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#toAddress(), 300);
        return this.refresh();
    }

    // Says in words what is to be seen. `loud` is false while a figure plays: nobody can hear or read sixty numbers a
    // second, and each makes the browser lay out the page.
    say(html, loud = true) {
        const now = performance.now();
        if (!loud && now - this.#said < 150) return;
        this.#said = now;
        this.output.setAttribute('aria-live', loud ? 'polite' : 'off');
        if (this.output.innerHTML !== html) this.output.innerHTML = html;
    }

    // A slider for the number `key` of the state. `label` is HTML; `words` says a value, with its unit.
    slider(key, { label, min, max, step, digits = 2, words = value => shown(value, digits) }) {
        const row = make('label', 'nn-slider', this.controls);
        make('span', '', row).innerHTML = label;
        const input = Object.assign(make('input', '', row), { type: 'range', min, max, step: step ?? 'any' });
        const value = make('span', 'nn-value', row);
        input.addEventListener('input', () => this.set({ [key]: input.valueAsNumber }));
        this.state[key] = clamp(this.state[key], min, max);
        this.#updates.push(() => {
            input.value = this.state[key];
            const said = words(this.state[key]);
            if (value.textContent === said) return;
            value.textContent = said;
            input.setAttribute('aria-valuetext', said);
        });
        return input;
    }

    // A choice among `options`, pairs of a value and its name, for `key` of the state.
    choice(key, label, options) {
        const row = make('label', 'nn-choice', this.controls);
        make('span', '', row).innerHTML = label;
        const select = make('select', '', row);
        for (const [value, name] of options) select.append(new Option(name, value));
        const known = value => options.some(([option]) => option === value);
        if (!known(this.state[key])) this.state[key] = this.#defaults[key];
        select.addEventListener('input', () => this.set({ [key]: options[select.selectedIndex][0] }));
        this.#updates.push(() => { select.value = this.state[key]; });
        return select;
    }

    // Something to switch on and off, for `key` of the state, which is 0 or 1.
    check(key, label) {
        const row = make('label', 'nn-check', this.controls);
        const input = Object.assign(make('input', '', row), { type: 'checkbox' });
        make('span', '', row).innerHTML = label;
        input.addEventListener('input', () => this.set({ [key]: Number(input.checked) }));
        this.#updates.push(() => { input.checked = this.state[key] === 1; });
        return input;
    }

    button(label, act) {
        this.#buttons ??= make('div', 'nn-buttons', this.panel);
        this.output.before(this.#buttons);
        const button = Object.assign(make('button', 'nn-button', this.#buttons), { type: 'button', innerHTML: label });
        button.addEventListener('click', act);
        return button;
    }

    // Puts everything back to what it was at first, but for what the reader has chosen to look at.
    reset(...kept) {
        return this.button('Reset', () => {
            const first = structuredClone(this.#defaults);
            for (const key of kept) delete first[key];
            this.set(first);
        });
    }

    // Calls `step` for each frame until it returns false, or the button is pressed again. Nothing plays by itself.
    player(label, step) {
        let playing = false;
        const button = this.button(label, async () => {
            playing = !playing;
            button.textContent = playing ? 'Pause' : label;
            while (playing) {
                const frame = new Promise(requestAnimationFrame);
                if (await step() === false) playing = false;
                await frame;
            }
            button.textContent = label;
            this.refresh();
        });
        return { get playing() { return playing; }, stop: () => { playing = false; } };
    }

    // Axes in the rectangle `box`, [left, top, width, height] in units. `x` and `y` are ranges, `ticks` lists of
    // numbers to write.
    plane(options) {
        return new Plane(this, options);
    }

    // A point to drag, by the pointer or by the arrow keys. `at()` returns where it is, `move(x, y)` is told where it
    // should be; `step` is what an arrow key moves it by.
    handle(plane, { name, kind, at, move, step: [dx, dy], words = (x, y) => `x = ${shown(x)}, y = ${shown(y)}` }) {
        const group = draw(this.svg, 'g', { class: `nn-handle nn-${kind}`, tabindex: 0, role: 'slider', 'aria-label': name });
        draw(group, 'circle', { r: 20, fill: 'transparent' });
        draw(group, 'circle', { r: 7, fill: 'currentColor' });
        group.addEventListener('keydown', event => {
            if (!ARROWS[event.key]) return;
            const [x, y] = ARROWS[event.key];
            event.preventDefault();
            const far = event.shiftKey ? 10 : 1;
            const [oldX, oldY] = at();
            move(...plane.inside(oldX + x * dx * far, oldY + y * dy * far));
        });
        drag(group, { move: event => move(...plane.inside(...plane.under(event))) });
        this.#updates.push(() => {
            const [x, y] = at();
            set(group, { transform: `translate(${plane.px(x)} ${plane.py(y)})`, 'aria-valuenow': x, 'aria-valuetext': words(x, y) });
        });
        return group;
    }

    // A variable of the style sheet as [red, green, blue], for a canvas. Asked once in each theme: in the middle of a
    // drawing the browser would first compute all styles.
    colour(variable) {
        const hex = () => getComputedStyle(this.element).getPropertyValue(variable).trim();
        return this.#colours[document.documentElement.className + variable] ??= hex().match(/\w\w/g).map(part => parseInt(part, 16));
    }

    // The state that the address names, as far as it fits.
    #fromAddress() {
        const query = new URLSearchParams(location.search);
        const state = {};
        for (const [key, old] of Object.entries(this.#defaults)) {
            const text = query.get(key);
            if (text === null) continue;
            const numbers = text.split(',').map(Number);
            if (typeof old === 'string') state[key] = text;
            else if (!numbers.every(Number.isFinite)) continue;
            else if (!Array.isArray(old)) state[key] = numbers[0];
            else if (numbers.length === old.length) state[key] = numbers;
        }
        return state;
    }

    // What differs from the state at first goes into the address, so that it can be sent to somebody.
    #toAddress() {
        const address = new URL(location.href);
        for (const [key, old] of Object.entries(this.#defaults)) {
            const text = [this.state[key]].flat().map(value => (typeof value === 'number' ? +value.toPrecision(6) : value)).join(',');
            if (text === String(old)) address.searchParams.delete(key);
            else address.searchParams.set(key, text);
        }
        address.hash = this.#figure.id;
        history.replaceState(history.state, '', address.href.replaceAll('%2C', ','));
    }
}

export class Plane {
    #scale;

    constructor(widget, { box: [left, top, width, height], ...scale }) {
        Object.assign(this, { widget, left, top, width, height });
        this.axes = draw(widget.svg, 'g', { class: 'nn-axes' });
        this.scale(scale);
        // What is drawn anew each time, cut off at the edges.
        const id = `nn-clip-${widget.svg.querySelectorAll('clipPath').length}`;
        draw(draw(widget.svg, 'clipPath', { id }), 'rect', { x: left, y: top, width, height });
        this.layer = draw(widget.svg, 'g', { 'clip-path': `url(#${id})` });
    }

    // Draws the axes, or draws them anew if ranges, names or ticks are others; says whether it has.
    scale(options) {
        const key = JSON.stringify(options);
        if (this.#scale === key) return false;
        this.#scale = key;
        const { x, y, names = ['', ''], ticks = [[], []], digits = [0, 0] } = options;
        const { axes, left, top, width, height } = this;
        Object.assign(this, { x, y });
        axes.replaceChildren();
        draw(axes, 'path', { d: `M${left - GAP} ${top}v${height}M${left} ${top + height + GAP}h${width}` });
        this.named(...ticks.map((places, axis) => places.map(place => [place, shown(place, digits[axis])])));
        draw(axes, 'text', { x: left + width, y: top + height + 46, 'text-anchor': 'end', class: 'nn-name' }, names[0]);
        draw(axes, 'text', { x: left - GAP, y: top - 10, class: 'nn-name' }, names[1]);
        return true;
    }

    // A tick of the first or second axis with its words.
    #tick(x, y, axis, words) {
        draw(this.axes, 'path', { d: `M${x} ${y}${axis ? 'h-5' : 'v5'}` });
        draw(this.axes, 'text', { x: axis ? x - 9 : x, y: y + (axis ? 5 : 21), 'text-anchor': axis ? 'end' : 'middle' }, words);
    }

    px(x) {
        return this.left + ((x - this.x[0]) / (this.x[1] - this.x[0])) * this.width;
    }

    py(y) {
        return this.top + (1 - (y - this.y[0]) / (this.y[1] - this.y[0])) * this.height;
    }

    // The nearest place within the axes.
    inside(x, y) {
        return [clamp(x, ...this.x), clamp(y, ...this.y)];
    }

    // The place under a pointer.
    under(event) {
        const { x, y } = under(this.widget.svg, event);
        return [this.x[0] + ((x - this.left) / this.width) * (this.x[1] - this.x[0]),
            this.y[0] + (1 - (y - this.top) / this.height) * (this.y[1] - this.y[0])];
    }

    clear() {
        this.layer.replaceChildren();
    }

    // Ticks with words of their own, pairs of a place and its words: for axes that go in powers of ten.
    named(x, y) {
        const { left, top, height } = this;
        for (const [place, words] of x) this.#tick(this.px(place), top + height + GAP, 0, words);
        for (const [place, words] of y) this.#tick(left - GAP, this.py(place), 1, words);
    }

    // A curve through points [x, y]; it breaks where one is not finite.
    curve(points, kind, attributes = {}) {
        let pen = 'M';
        const d = points.map(([x, y]) => {
            if (!Number.isFinite(x) || !Number.isFinite(y)) {
                pen = 'M';
                return '';
            }
            // A point far outside must not overflow what a browser can draw.
            const step = `${pen}${this.px(x).toFixed(2)} ${clamp(this.py(y), -1e5, 1e5).toFixed(2)}`;
            pen = 'L';
            return step;
        }).join('');
        return draw(this.layer, 'path', { d, fill: 'none', class: `nn-${kind}`, stroke: 'currentColor', 'stroke-width': 2.2, ...attributes });
    }

    dot(x, y, kind, attributes = {}) {
        return draw(this.layer, 'circle', { cx: this.px(x), cy: this.py(y), r: 5, class: `nn-${kind}`, fill: 'currentColor', ...attributes });
    }

    text(x, y, text, kind = 'ink', attributes = {}) {
        return draw(this.layer, 'text', { x: this.px(x), y: this.py(y), class: `nn-${kind}`, ...attributes }, text);
    }

    // A map of `columns` × `rows` values behind the axes, the first row at the top. It returns a function that gives
    // each cell a colour and `opacity(value)`; without values that wipes the map.
    map(columns, rows) {
        const canvas = Object.assign(make('canvas', 'nn-map'), { width: columns, height: rows });
        const [width, height] = this.widget.size;
        const share = (part, whole) => `${(100 * part) / whole}%`;
        Object.assign(canvas.style, {
            left: share(this.left, width), top: share(this.top, height), width: share(this.width, width), height: share(this.height, height),
        });
        this.widget.svg.before(canvas);
        const context = canvas.getContext('2d');
        const image = context.createImageData(columns, rows);
        const cells = image.data;
        return (values, [red, green, blue], opacity) => {
            for (let at = 0; at < columns * rows; at++) {
                cells[4 * at] = red;
                cells[4 * at + 1] = green;
                cells[4 * at + 2] = blue;
                cells[4 * at + 3] = values ? 255 * opacity(values[at]) : 0;
            }
            context.putImageData(image, 0, 0);
        };
    }
}

function make(name, className, parent) {
    const element = document.createElement(name);
    if (className) element.className = className;
    parent?.append(element);
    return element;
}
