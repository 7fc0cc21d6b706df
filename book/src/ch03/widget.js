// Chapter 3: an activation function with its slope, and what is left of a gradient behind layers of it.

import { Widget, letter, number, shown, symbol } from '../../widgets/widget.js';

const FUNCTIONS = [
    ['sign', 'sign'], ['sigmoid', 'sigmoid'], ['tanh', 'tanh'], ['relu', 'ReLU'], ['leaky', 'leaky ReLU'], ['softplus', 'softplus'], ['silu', 'SiLU'],
];
const RELU = 3;
const A = [-6, 6];
// Twice as dense as what can be seen, on either side of 0: some of the functions jump there.
const SIDE = Array.from({ length: 121 }, (_, at) => Math.max(at / 20, 1e-9));
const GRID = [...SIDE.map(a => -a).reverse(), ...SIDE];
// The lowest power of ten that is drawn.
const LEAST = -21;

export default function start(figure) {
    const widget = new Widget(figure, {
        label: 'An activation function with its slope; below, what is left of a gradient behind layers of it',
        size: [480, 520],
        state: { f: 'sigmoid', a: 1, layers: 10 },
        redraw,
    });
    const { state } = widget;
    const above = widget.plane({
        box: [45, 30, 425, 190], x: A, y: [-1.5, 3], names: [`pre-activation ${symbol('a')}`, `${symbol('f', '', 'h')} and, dashed, its slope ${symbol('f', '', 'ink')}′`],
        ticks: [[-6, -4, -2, 0, 2, 4, 6], [-1, 0, 1, 2, 3]],
    });
    const below = widget.plane({
        box: [45, 300, 425, 170], x: [0, 26], y: [LEAST - 2, 4], names: ['layers', 'left of a gradient: 10 to the power …'],
        ticks: [[0, 5, 10, 15, 20], [-20, -15, -10, -5, 0]],
    });
    let height = 0;
    const knob = widget.handle(above, {
        name: 'pre-activation a', kind: 'a', step: [0.1, 0], at: () => above.inside(state.a, height), move: a => widget.set({ a: Math.round(a * 20) / 20 }),
        words: a => `a = ${shown(a)}`,
    });
    // Long names, long sliders: one below the other.
    widget.choice('f', `activation function ${letter('f', '', 'h')}`, FUNCTIONS);
    widget.slider('a', { label: `pre-activation ${letter('a')}`, min: A[0], max: A[1], step: 0.05 });
    widget.slider('layers', { label: 'layers', min: 1, max: 20, step: 1, digits: 0 });
    widget.reset('f');
    return widget.show();

    async function redraw() {
        const { a } = state;
        const layers = Math.round(state.layers);
        const which = FUNCTIONS.findIndex(([name]) => name === state.f);
        const [curve, slopes, at, slope, left, relu] = await Promise.all([
            widget.ask('activations', which, GRID),
            widget.ask('slopes', which, GRID),
            widget.ask('activations', which, a),
            widget.ask('slopes', which, a),
            widget.ask('left', which, a, layers),
            which === RELU ? null : widget.ask('left', RELU, a, layers),
        ]);
        above.clear();
        below.clear();
        if (slopes) graph(slopes, 'ink', { 'stroke-width': 2, 'stroke-dasharray': '7 6' });
        if (curve) graph(curve, 'h');
        if (slope) above.dot(a, slope[0], 'ink', { r: 4 });
        height = at?.[0] ?? 0;
        knob.setAttribute('transform', `translate(${above.inside(a, height).map((place, i) => (i ? above.py(place) : above.px(place))).join(' ')})`);
        if (at && slope) above.curve(A.map(x => [x, at[0] + slope[0] * (x - a)]), 'a', { 'stroke-width': 2 });
        const reluAt = relu && path(relu, 'ink', { 'stroke-width': 2, 'stroke-dasharray': '7 6' });
        const leftAt = left && path(left, 'h');
        // Two names at the same height would hide each other: one of them moves up.
        const apart = reluAt && leftAt && Math.abs(reluAt[1] - leftAt[1]) < 3 ? 18 : 0;
        if (reluAt) below.text(...reluAt, 'ReLU', 'ink', { dx: 9, dy: 6 - apart });
        if (leftAt) below.text(...leftAt, FUNCTIONS[which][1], 'h', { dx: 9, dy: 6 });
        widget.say(words({ a, at, slope, left, relu, layers }));
    }

    // The two sides of 0 apart, so that a jump is not drawn as a slope.
    function graph(values, kind, attributes) {
        const pairs = GRID.map((a, i) => [a, values[i]]);
        above.curve(pairs.slice(0, SIDE.length), kind, attributes);
        above.curve(pairs.slice(SIDE.length), kind, attributes);
    }

    // What is left behind 0, 1, … layers, as powers of ten. Nothing has no power of ten: it is a ring at the bottom.
    // Returns the last place.
    function path(left, kind, attributes) {
        const places = [...left].map((value, layer) => [layer, value === 0 ? LEAST : Math.log10(Math.abs(value))]);
        below.curve(places, kind, attributes);
        places.forEach(([layer, power], at) => {
            below.dot(layer, power, kind, left[at] === 0 ? { r: 4, fill: 'var(--bg)', stroke: 'currentColor', 'stroke-width': 2 } : { r: 3 });
        });
        return places.at(-1);
    }
}

function words({ at, slope, left, relu, layers, a }) {
    const sentences = [];
    if (at && slope) {
        sentences.push(`At ${letter('a')} = ${number(a)} the activation is ${number(at[0])} and the slope ${number(slope[0], 3)}: so much of a gradient passes one layer.`);
    }
    const rest = list => `<strong>${list[layers] === 0 ? 'nothing' : number(list[layers], 3)}</strong>`;
    const through = layers === 1 ? 'Through this one' : `Through ${number(layers, 0)} of them, each fed by the one before,`;
    if (left) sentences.push(`${through} ${rest(left)} passes${relu ? `; with ReLU, ${rest(relu)}` : ''}.`);
    return sentences.join(' ');
}
