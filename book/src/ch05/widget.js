// Chapter 5: go down a parabola or a valley by steps of a size that the reader chooses, up to the limit and past it.

import { Widget, letter, number, shown, symbol } from '../../widgets/widget.js';

// For each ground: what is drawn of it, the largest step size to choose, how its start is moved, and where its walk
// begins.
const GROUNDS = [
    {
        name: 'parabola', words: 'a parabola, one weight', most: 1.2, step: [0.1, 0], grid: 0.05, own: { eta: 0.05, steps: 8, start: [0, 0] },
        axes: { x: [-2, 8], y: [0, 26], names: [`weight ${symbol('w')}`, 'error'], ticks: [[-2, 0, 2, 4, 6, 8], [0, 5, 10, 15, 20, 25]] },
    },
    {
        name: 'valley', words: 'the valley, two weights', most: 0.3, step: [0.1, 0.1], grid: 0.05, own: { eta: 0.23, steps: 8, start: [2, 0] },
        axes: { x: [-2.5, 2.5], y: [-1.8, 1.8], names: [`weight ${symbol('w', 1)}`, `weight ${symbol('w', 2)}`], ticks: [[-2, -1, 0, 1, 2], [-1, 0, 1]] },
    },
    {
        name: 'hubble', words: 'Hubble’s table, bias and slope', most: 0.56, step: [10, 10], grid: 5, own: { eta: 0.4, steps: 30, start: [0, 0] },
        axes: { x: [-250, 450], y: [-50, 600], names: ['bias in km/s', 'slope in km/s per Mpc'], ticks: [[-200, 0, 200, 400], [0, 200, 400, 600]] },
    },
];
// How many numbers a contour has.
const CONTOUR = 2 * 121;

export default function start(figure) {
    const widget = new Widget(figure, {
        label: 'The ground, the way down on it, and the error over the steps', size: [480, 522], state: { ground: 'valley', ...GROUNDS[1].own }, redraw,
    });
    const { state } = widget;
    const plane = widget.plane({ box: [62, 28, 408, 294], ...GROUNDS[1].axes });
    const trend = widget.plane({ box: [62, 403, 408, 75], x: [0, 1], y: [-4, 2] });
    // How high the start stands on the parabola: it is drawn from the side, the others from above.
    let height = 0;
    const handles = GROUNDS.map(({ name, step, grid }, at) => widget.handle(plane, {
        name: 'start', kind: 'w', step, at: () => (at === 0 ? [state.start[0], height] : state.start),
        move: (...to) => widget.set({ start: to.map((weight, i) => (at === 0 && i === 1 ? 0 : +(Math.round(weight / grid) * grid).toFixed(2))) }),
        words: (...to) => to.slice(0, name === 'parabola' ? 1 : 2).map((weight, i) => `weight ${i + 1}: ${shown(weight)}`).join(', '),
    }));
    let drawn = null;

    const choice = widget.choice('ground', 'ground', GROUNDS.map(({ name, words }) => [name, words]));
    // A ground has a walk of its own, which must be there before the choice draws it.
    widget.controls.addEventListener('input', event => {
        if (event.target === choice) Object.assign(state, structuredClone(GROUNDS[choice.selectedIndex].own));
    }, true);
    const eta = widget.slider('eta', { label: `step size ${letter('η', '', 'ink')}`, min: 0.01, max: 1.2, step: 0.01 });
    eta.insertAdjacentHTML('afterend', '<span class="nn-mark" aria-hidden="true"></span>');
    const mark = eta.nextElementSibling;
    widget.slider('steps', { label: 'steps', min: 1, max: 40, step: 1, digits: 0 });
    // An address may say anything.
    state.steps = Math.round(state.steps);
    widget.button('Reset', () => widget.set(structuredClone(GROUNDS.find(({ name }) => name === state.ground).own)));
    return widget.show();

    async function redraw() {
        const which = GROUNDS.findIndex(({ name }) => name === state.ground);
        const ground = GROUNDS[which];
        if (ground !== drawn) {
            drawn = ground;
            plane.scale(ground.axes);
            eta.max = ground.most;
            state.eta = Math.min(state.eta, ground.most);
            eta.value = state.eta;
            handles.forEach((handle, at) => { handle.style.display = at === which ? '' : 'none'; });
            // The handles do not know yet that the axes are others.
            widget.refresh();
        }
        const { eta: size, steps } = state;
        const from = which === 0 ? state.start.slice(0, 1) : state.start;
        // The way comes last: if it never ends, the others are there.
        const [sight, first, limit, factors, way] = await Promise.all([
            which === 0 ? widget.ask('errors', which, along(ground.axes.x)) : widget.ask('contours', which),
            widget.ask('errors', which, from),
            widget.ask('limit', which),
            widget.ask('factors', which, size),
            widget.ask('way', which, size, steps, from),
        ]);
        const errors = way && await widget.ask('errors', which, [...way]);
        if (which === 0 && first && first[0] !== height) {
            [height] = first;
            widget.refresh();
        }
        plane.clear();
        if (which === 0) showParabola(plane, ground, sight);
        else showContours(plane, sight);
        if (way) showWay(plane, way, which === 0 && errors);
        showTrend(trend, errors);
        showLimit(mark, eta, limit);
        widget.say(words({ eta: size, steps }, which, limit, factors, errors));
    }
}

// Places at even distances.
const along = ([from, to]) => Array.from({ length: 101 }, (_, at) => from + ((to - from) * at) / 100);

function showParabola(plane, { axes }, errors) {
    if (errors) plane.curve(along(axes.x).map((w, at) => [w, errors[at]]), 'ink', { stroke: 'var(--nn-faint)' });
}

function showContours(plane, sight) {
    if (!sight) return;
    const [x, y] = sight;
    for (let at = 2; at < sight.length; at += CONTOUR) plane.curve(pairs(sight.slice(at, at + CONTOUR)), 'ink', { stroke: 'var(--nn-faint)', 'stroke-width': 1 });
    plane.dot(x, y, 'ink', { r: 9, fill: 'none', stroke: 'currentColor', 'stroke-width': 2 });
}

const pairs = numbers => Array.from({ length: numbers.length / 2 }, (_, at) => [numbers[2 * at], numbers[2 * at + 1]]);

// On the parabola the points of the way are as high as their errors.
function showWay(plane, way, errors) {
    const points = errors ? [...way].map((w, at) => [w, errors[at]]) : pairs(way);
    plane.curve(points, 'w', { 'stroke-width': 2 });
    points.forEach(([x, y]) => Math.abs(x) < 1e6 && plane.dot(x, y, 'w'));
}

// The error in powers of ten, as a share of that at the start: there, a factor for each step is a straight line.
function showTrend(trend, errors) {
    const steps = errors ? errors.length - 1 : 1;
    const points = errors ? [...errors].map((error, at) => [at, Math.log10(error / errors[0])]) : [];
    const low = Math.max(-16, Math.min(-4, ...points.map(([, power]) => 4 * Math.floor(power / 4)).filter(Number.isFinite)));
    const scale = { x: [0, steps * 1.02], y: [low, 2], names: ['steps', 'error, as a share of the first'], ticks: [[0, steps], []] };
    if (trend.scale(scale)) trend.named([], [[low, `10⁻${[...`${-low}`].map(digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit]).join('')}`], [0, '1']]);
    trend.clear();
    trend.curve([[0, 0], [steps, 0]], 'ink', { 'stroke-width': 1, 'stroke-dasharray': '7 5' });
    trend.curve(points, 'w', { 'stroke-width': 2 });
    points.filter(([, power]) => Number.isFinite(power)).forEach(([at, power]) => trend.dot(at, power, 'w', { r: 4 }));
}

// Where on the slider the limit is.
function showLimit(mark, slider, limit) {
    const share = limit ? (limit[0] - slider.min) / (slider.max - slider.min) : -1;
    mark.hidden = !(share >= 0 && share <= 1);
    mark.style.setProperty('--at', share);
    mark.textContent = '▲ limit';
}

function words({ eta, steps }, which, limit, factors, errors) {
    const sentences = [];
    if (limit) {
        const against = eta < limit[0] - 1e-9 ? 'below the limit' : eta > limit[0] + 1e-9 ? 'above the limit' : 'at the limit';
        sentences.push(`The step size ${number(eta)} is ${against} 2/${which === 0 ? 'λ' : '<var>L</var>'} = ${number(limit[0])}.`);
    }
    if (factors) {
        const [most, least] = factors;
        if (least === undefined) sentences.push(`Each step multiplies the distance from the bottom by <strong>${number(most)}</strong>: the way ${kind(most)}.`);
        else sentences.push(`Where the ground curves most, each step multiplies the distance by <strong>${number(most)}</strong>: the way ${kind(most)}. Where it curves least, by <strong>${number(least)}</strong>: it ${kind(least)}.`);
    }
    if (errors) sentences.push(`After ${number(steps, 0)} ${steps === 1 ? 'step' : 'steps'} the error is ${number(errors[steps], errors[steps] < 1 ? 4 : 2)}${which === 2 ? ' above that of the bottom' : ''}.`);
    if (errors?.[0] === 0) sentences.push('The start is the bottom: there is nothing to go down.');
    else if (errors && eta > limit?.[0] && errors[steps] < errors[0]) sentences.push('From this start the steepest direction has not been entered, or not long enough: any other start, or more steps, shows that it runs away.');
    return sentences.join(' ');
}

function kind(factor) {
    const size = Math.abs(factor);
    if (size < 1e-9) return 'is at the bottom in one step';
    if (Math.abs(size - 1) < 1e-9) return 'jumps from side to side for ever';
    if (size > 1) return 'jumps from side to side and runs away';
    if (factor < 0) return 'jumps from side to side, and comes closer';
    return factor > 0.85 ? 'crawls' : 'comes closer from one side';
}
