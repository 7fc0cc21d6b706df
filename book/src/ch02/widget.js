// Chapter 2: one neuron between two classes of points. Each step shows it one sample; the shaded side is where it says
// 1.

import { Widget, draw, letter, number, symbol } from '../../widgets/widget.js';

const X = [-2.5, 2.5];
const Y = [-2, 2];
const MAP = [125, 100];
const DATA = [['and', 'AND'], ['or', 'OR'], ['xor', 'exclusive or (XOR)'], ['clouds', 'two clouds']];
const MOST_POINTS = 12;

export default function start(figure) {
    // `points` is empty while they lie where the data has them. `looked` is the sample of the last step, `before` are
    // the weights that this step found.
    const widget = new Widget(figure, {
        label: 'Points of two classes, and the line between the two answers of a neuron',
        size: [480, 420],
        state: { data: 'and', w0: 1.5, w1: -1.5, w2: 1, points: '', steps: 0, looked: -1, before: [0, 0, 0] },
        redraw,
    });
    const { state } = widget;
    const plane = widget.plane({
        box: [45, 30, 425, 340], x: X, y: Y, names: [`first feature ${symbol('x', 1)}`, `second feature ${symbol('x', 2)}`],
        ticks: [[-2, -1, 0, 1, 2], [-2, -1, 0, 1, 2]],
    });
    const paint = plane.map(...MAP);

    // The samples of the data, and where the reader has put them.
    let loaded;
    let samples = [];
    const labels = () => samples.map(([, , y]) => y);
    const points = () => {
        const moved = state.points.split(',').map(Number);
        return moved.length === 2 * samples.length && moved.every(Number.isFinite) ? moved : samples.flatMap(([x1, x2]) => [x1, x2]);
    };
    const place = at => (at < samples.length ? points().slice(2 * at, 2 * at + 2) : [0, 0]);
    const weights = () => [state.w0, state.w1, state.w2];

    const handles = Array.from({ length: MOST_POINTS }, (_, at) => widget.handle(plane, {
        name: `sample ${at + 1}`, kind: 'y', step: [0.1, 0.1], at: () => place(at),
        move: (x1, x2) => widget.set({ points: points().with(2 * at, round(x1)).with(2 * at + 1, round(x2)).join() }),
        words: (x1, x2) => `x₁ = ${x1}, x₂ = ${x2}, label ${samples[at]?.[2]}`,
    }));
    // Long sliders, for small changes: one below the other.
    widget.choice('data', 'Data', DATA).addEventListener('input', () => widget.set({ points: '', steps: 0, looked: -1 }));
    for (const i of [0, 1, 2]) {
        widget.slider(`w${i}`, { label: `${i ? 'weight' : 'bias'} ${letter('w', i)}`, min: -5, max: 5, step: 0.05 });
    }

    // Steps wait for each other, however fast the button is pressed. Weights that come back at the same sample come
    // back for ever.
    let turn = Promise.resolve();
    let seen = new Set();
    let reached = '';
    let circle = false;
    const show = samplesShown => () => { turn = turn.then(() => steps(samplesShown())); };
    widget.button('Step', show(() => 1));
    widget.button('Epoch', show(() => samples.length));
    widget.reset('data');
    // Room for what a step is told in, so that the text below stays where it is.
    widget.output.style.minHeight = '11.2rem';
    return widget.show();

    async function steps(count) {
        if (!samples.length) return;
        for (let step = 0; step < count; step++) {
            const looked = (last() + 1) % samples.length;
            const before = weights();
            const after = await widget.ask('step', before, place(looked), samples[looked][2]);
            if (moment(last(), before) !== reached) seen = new Set([moment(last(), before)]);
            reached = moment(looked, after ?? before);
            circle = seen.has(reached);
            seen.add(reached);
            const [w0, w1, w2] = after ?? before;
            Object.assign(state, { w0, w1, w2, before, looked, steps: state.steps + 1 });
            // The note comes with the drawing, which asks for this step again.
            if (!after) break;
        }
        await widget.set({});
    }

    // The sample of the last step; an address may name one that there is not.
    function last() {
        return samples[state.looked] ? state.looked : -1;
    }

    function moment(sample, w) {
        return [sample, ...[...w].map(weight => weight.toFixed(6)), points()].join();
    }

    async function redraw() {
        if (loaded !== state.data) {
            const answer = await widget.ask('samples', DATA.findIndex(([name]) => name === state.data));
            if (!answer) return;
            samples = Array.from({ length: answer.length / 3 }, (_, at) => [...answer.slice(3 * at, 3 * at + 3)]);
            loaded = state.data;
            handles.forEach((handle, at) => dress(handle, samples[at]?.[2]));
            // Once more, with the points in their places.
            widget.refresh();
            return;
        }
        const [w, looked, before] = [weights(), last(), state.before];
        const rows = samples.map(([, , y], at) => [place(at), y]);
        const [map, line, answers, right, after, sum, old] = await Promise.all([
            widget.ask('map', w, MAP, X, Y),
            widget.ask('line', w, X, Y),
            widget.ask('answers', w, points()),
            widget.ask('right', w, rows),
            looked < 0 ? null : widget.ask('step', before, rows[looked]),
            looked < 0 ? null : widget.ask('sum', before, place(looked)),
            looked < 0 ? null : widget.ask('line', before, X, Y),
        ]);
        // The sentence about the step holds while nothing else has moved the weights.
        const stepped = after && same(after, w);
        plane.clear();
        paint(map, widget.colour('--nn-yhat'), answer => (answer > 0 ? 0.22 : 0));
        if (stepped && old && !same(before, w)) segment(old, { 'stroke-dasharray': '7 6', 'stroke-width': 2 });
        if (line) segment(line);
        if (line?.length) direction(w);
        answers?.forEach((answer, at) => {
            if (answer !== labels()[at]) cross(...place(at));
        });
        if (looked >= 0) square(...place(looked));
        widget.say(`${stepped ? sentence(rows[looked].flat(), before, after, sum) : ''}${right ? count(right) : ''} ${stepped ? '' : `The weights are ${list(w)}.`}`);
    }

    function segment([x1, y1, x2, y2], attributes) {
        plane.curve([[x1, y1], [x2, y2]], 'w', attributes);
    }

    // The weights as an arrow, which stands on the line and points to where the neuron says 1.
    function direction([w0, w1, w2]) {
        const length = Math.hypot(w1, w2);
        const along = t => [((t - w0 / length) * w1) / length, ((t - w0 / length) * w2) / length];
        const foot = along(0);
        if (!same(foot, plane.inside(...foot))) return;
        plane.curve([foot, along(0.6)], 'w');
        const [x, y] = along(0.6);
        const turned = (Math.atan2(-w2, w1) * 180) / Math.PI;
        draw(plane.layer, 'path', { d: 'M9 0L-5 6V-6Z', transform: `translate(${plane.px(x)} ${plane.py(y)}) rotate(${turned})`, class: 'nn-w', fill: 'currentColor' });
        const names = { 'text-anchor': 'middle', 'dominant-baseline': 'middle', 'paint-order': 'stroke', stroke: 'var(--bg)', 'stroke-width': 5 };
        plane.text(...along(0.95), `${symbol('ŷ', '', 'yhat')} = 1`, 'ink', names);
        plane.text(...along(-0.4), `${symbol('ŷ', '', 'yhat')} = −1`, 'ink', names);
    }

    function cross(x, y) {
        draw(plane.layer, 'path', { d: `M${plane.px(x) + 9} ${plane.py(y) - 21}l11 11m0 -11l-11 11`, stroke: 'currentColor', 'stroke-width': 3 });
    }

    function square(x, y) {
        draw(plane.layer, 'rect', { x: plane.px(x) - 14, y: plane.py(y) - 14, width: 28, height: 28, fill: 'none', stroke: 'currentColor', 'stroke-width': 2 });
    }

    function sentence([x1, x2, y], before, after, sum) {
        const looked = `Step ${number(state.steps, 0)} looked at the sample (${number(x1)}, ${number(x2)}) with the label ${number(y, 0)}`;
        const found = sum ? `: the sum was ${number(sum[0])}, ` : ': ';
        if (same(before, after)) return `${looked}${found}<strong>right</strong>, so the weights stay ${list(after)}. `;
        const fault = sum?.[0] === 0 ? 'undecided, which counts as <strong>wrong</strong>' : '<strong>wrong</strong>';
        return `${looked}${found}${fault}, so the sample is ${y > 0 ? 'added to' : 'subtracted from'} the weights: they were ${list(before)} and are ${list(after)}. `;
    }

    function count([right, n]) {
        if (right === n) return `<strong>All ${number(n, 0)} samples</strong> are on the right side: no step moves the weights any more.`;
        return `${number(right, 0)} of ${number(n, 0)} samples ${right === 1 ? 'is' : 'are'} on the right side.${circle && moment(last(), weights()) === reached ? ' <strong>The steps run in a circle</strong>: this sample has met these weights before.' : ''}`;
    }
}

// A label −1 is a ring, a label 1 a dot, as in all figures of the chapter; a handle without a label is not needed.
function dress(handle, label) {
    handle.style.display = label === undefined ? 'none' : '';
    const ring = { fill: 'var(--bg)', stroke: 'currentColor', 'stroke-width': 3 };
    const dot = { fill: 'currentColor', stroke: 'none' };
    for (const [key, value] of Object.entries(label < 0 ? ring : dot)) handle.lastChild.setAttribute(key, value);
}

const list = w => `(${[...w].map(weight => number(weight)).join(', ')})`;
const same = (v, w) => v.every((entry, i) => Math.abs(entry - w[i]) < 1e-5);
const round = value => Math.round(value * 20) / 20;
