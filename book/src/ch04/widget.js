// Chapter 4: build a curve from bumps, by the chapter's network or by hand; below, the largest error over the size of
// the layer.

import { Widget, letter, number, shown, symbol } from '../../widgets/widget.js';

const CURVES = [['wave', 'the wave of the beginning'], ['tent', 'a tent, with a corner'], ['box', 'a box, with two jumps']];
const STEEPNESSES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];
const [FROM, TO] = [0, 6];
// The distance that the chapter asks for: the dashed line of the error.
const ENOUGH = 0.1;
// More bumps than that are too narrow to take hold of, and their curves would hide each other.
const BY_HAND = 20;

export default function start(figure) {
    const widget = new Widget(figure, {
        label: 'A curve, the bumps that are to follow it, and the largest error over the number of hidden neurons',
        size: [480, 492],
        state: { curve: 'wave', bumps: 8, steepness: 5, hand: 0, heights: Array(BY_HAND).fill(0) },
        redraw,
    });
    const { state } = widget;
    const plane = widget.plane({
        box: [50, 28, 420, 232], x: [FROM, TO], y: [-2, 2.5], names: [`feature ${symbol('x')}`, ''], ticks: [[0, 1, 2, 3, 4, 5, 6], [-2, -1, 0, 1, 2]],
    });
    // Powers of ten both ways: there, twice the neurons and half the error are a straight line.
    const trend = widget.plane({
        box: [50, 345, 420, 95], x: [0.55, 2.25], y: [-2, 0.45], names: ['hidden neurons', 'largest error'],
    });
    trend.named([4, 10, 20, 40, 80, 160].map(d => [Math.log10(d), d]), [0.01, 0.1, 1].map(error => [Math.log10(error), error]));
    // Where the bumps stand, and how high the curve is there.
    let middles = [];
    // The heights by hand belong to one number of bumps: with another one, the curve sets them again.
    const byHand = () => state.bumps <= BY_HAND && state.hand === state.bumps;
    const heights = () => (byHand() ? state.heights.slice(0, state.bumps) : middles.filter((_, at) => at % 2 === 1));
    const take = heights => widget.set({ hand: state.bumps, heights: Array.from({ length: BY_HAND }, (_, at) => heights[at] ?? 0) });
    const handles = Array.from({ length: BY_HAND }, (_, at) => widget.handle(plane, {
        name: `height of bump ${at + 1}`, kind: 'w', step: [0, 0.1],
        at: () => [middles[2 * at] ?? FROM, heights()[at] ?? 0], move: (_, y) => take(heights().with(at, Math.round(y * 20) / 20)),
        words: (_, y) => shown(y),
    }));
    let known = '';
    let errors = null;

    widget.choice('curve', `curve ${letter('y')}`, CURVES);
    widget.slider('bumps', { label: 'bumps', min: 2, max: 80, step: 1, digits: 0 });
    widget.slider('steepness', { label: 'steepness <var>s</var>', min: 0, max: STEEPNESSES.length - 1, step: 1, words: at => `${STEEPNESSES[at]}` });
    // An address may say anything.
    for (const key of ['bumps', 'steepness']) state[key] = Math.round(state[key]);
    widget.button('Heights from the curve', () => widget.set({ hand: 0, heights: Array(BY_HAND).fill(0) }));
    const flat = widget.button('All heights 0', () => take(Array(state.bumps).fill(0)));
    widget.reset('curve');
    return widget.show();

    async function redraw() {
        const { bumps } = state;
        const which = CURVES.findIndex(([name]) => name === state.curve);
        const steepness = STEEPNESSES[state.steepness];
        const few = bumps <= BY_HAND;
        const old = String(middles);
        const [target, found] = await Promise.all([widget.ask('curve', which), widget.ask('heights', which, bumps)]);
        if (!target || !found) return;
        middles = [...found];
        handles.forEach((handle, at) => { handle.style.display = few && at < bumps ? '' : 'none'; });
        flat.disabled = !few;
        // The handles are where they were before the curve was asked.
        if (String(middles) !== old) widget.refresh();

        const hand = byHand();
        const chosen = heights();
        const key = `${which} ${steepness}`;
        const [widths, single, output, newErrors] = await Promise.all([
            widget.ask('widths', bumps, steepness),
            few ? widget.ask('bumps', steepness, chosen) : [],
            hand ? widget.ask('by_hand', which, steepness, chosen) : widget.ask('network', which, bumps, steepness),
            key === known ? errors : widget.ask('errors', which, steepness),
        ]);
        errors = newErrors;
        known = errors && key;

        plane.clear();
        for (let at = 0; single && at < single.length; at += single.length / bumps) {
            // Down to the axis at both ends, so that what is filled is the bump.
            const bump = [[FROM, 0], ...spread(single.slice(at, at + single.length / bumps)), [TO, 0]];
            plane.curve(bump, 'h', { 'stroke-width': 1, fill: 'currentColor', 'fill-opacity': 0.14 });
        }
        plane.curve(spread(target), 'y', { 'stroke-width': 2.5, 'stroke-dasharray': '7 5' });
        if (output) plane.curve(spread(output.slice(3)), 'yhat');
        name(plane, spread(target), output && spread(output.slice(3)), few ? chosen.map((height, at) => [middles[2 * at], height]) : []);
        showTrend(trend, errors, output);
        widget.say(words(bumps, hand, output, widths));
    }
}

// Values at even distances as points of a curve.
const spread = values => [...values].map((y, at) => [FROM + ((TO - FROM) * at) / (values.length - 1), y]);

// Names stand on what they name: on the curve where it is highest, on the output where it is lowest, under the highest
// bump. So they keep out of each other's way.
function name(plane, target, output, bumps) {
    const highest = places => places.reduce((best, place) => (place[1] > best[1] ? place : best));
    const write = ([x, y], up, words, kind) => {
        const share = (x - FROM) / (TO - FROM);
        const anchor = share < 0.15 ? 'start' : share > 0.85 ? 'end' : 'middle';
        plane.text(...plane.inside(x, y), words, kind, { dy: up ? -9 : 20, 'text-anchor': anchor });
    };
    write(highest(target), true, `curve ${symbol('y')}`, 'y');
    const tallest = bumps.length ? highest(bumps.map(([x, height]) => [x, Math.abs(height), height])) : [0, 0];
    if (tallest[1] > 0) write([tallest[0], 0], tallest[2] < 0, 'bumps', 'h');
    if (output) {
        const [x, y] = highest(output.map(([x, y]) => [x, -y]));
        write([x, -y], false, `output ${symbol('ŷ', '', 'yhat')}`, 'yhat');
    }
}

function showTrend(trend, errors, output) {
    const logs = pairs => pairs.map(([d, error]) => [Math.log10(d), Math.log10(error)]);
    trend.clear();
    trend.curve(logs([[1, ENOUGH], [1000, ENOUGH]]), 'ink', { 'stroke-width': 1.5, 'stroke-dasharray': '7 5' });
    if (errors) {
        const points = logs(Array.from({ length: errors.length / 2 }, (_, at) => [errors[2 * at], errors[2 * at + 1]]));
        trend.curve(points, 'w', { 'stroke-width': 1.5 });
        points.forEach(([x, y]) => trend.dot(x, y, 'w', { r: 3.5 }));
    }
    if (output) {
        const [[x, y]] = logs([[output[0], output[1]]]);
        trend.dot(x, y, 'ink', { r: 8, fill: 'none', stroke: 'currentColor', 'stroke-width': 2.5 });
    }
}

function words(bumps, hand, output, widths) {
    const sentences = [];
    if (output) {
        const [neurons, error, place] = output;
        sentences.push(`${number(bumps, 0)} bumps are ${number(neurons, 0)} hidden neurons${hand ? ', with heights by hand' : ''}.`);
        sentences.push(`The output is off by up to <strong>${number(error, 4)}</strong>, at ${letter('x')} = ${number(place)}${error <= ENOUGH ? ': close enough' : ''}.`);
    }
    const [width, side] = widths;
    const kind = side > width ? 'the sides are wider than the bumps, and blur the curve'
        : side * 3 < width ? 'the sides are steep, and the output is a staircase' : 'the sides meet, and round off the stairs';
    sentences.push(`A bump is ${number(width)} wide and a side of it ${number(side, 3)}${output ? `: ${kind}` : ''}.`);
    return sentences.join(' ');
}
