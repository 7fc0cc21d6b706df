// Chapter 1: drag the points and the line; the squares are the squared errors, and their mean is the error.

import { Widget, draw, letter, number, symbol } from '../../widgets/widget.js';

const POINTS = [0, 1, 1, 1, 2, 4];
const X = [-1, 5];
const Y = [-1, 7];
// Below this a derivative counts as 0.
const LEVEL = 1e-9;

export default function start(figure) {
    const widget = new Widget(figure, {
        label: 'Points, a line, and the squares of the residuals',
        size: [480, 400],
        state: { bias: 0, slope: 1, points: POINTS },
        redraw,
    });
    const plane = widget.plane({
        box: [45, 30, 425, 320], x: X, y: Y, names: [`feature ${symbol('x')}`, `answer ${symbol('y')}`], ticks: [[-1, 0, 1, 2, 3, 4, 5], [0, 2, 4, 6]],
    });
    const { state } = widget;
    const move = (at, x, y) => widget.set({ points: state.points.with(2 * at, round(x)).with(2 * at + 1, round(y)) });
    for (let at = 0; at < POINTS.length / 2; at++) {
        widget.handle(plane, {
            name: `point ${at + 1}`, kind: 'y', step: [0.1, 0.1], at: () => state.points.slice(2 * at, 2 * at + 2), move: (x, y) => move(at, x, y),
        });
    }
    widget.slider('bias', { label: `bias ${letter('w', 1)}`, min: -4, max: 8, step: 0.05 });
    widget.slider('slope', { label: `slope ${letter('w', 2)}`, min: -3, max: 3, step: 0.05 });
    let best;
    const button = widget.button('Least squares', () => widget.set({ bias: best[0], slope: best[1] }));
    widget.reset();
    return widget.show();

    async function redraw() {
        const { bias, slope, points } = state;
        const call = [bias, slope, points];
        // Samples below each other have no best line: any slope will do.
        const spread = new Set(points.filter((_, at) => at % 2 === 0)).size > 1;
        let ends, misses, error, gradient;
        [best, ends, misses, error, gradient] = await Promise.all([
            spread ? widget.ask('least_squares', points) : null,
            widget.ask('predictions', bias, slope, X.flatMap(x => [x, 0])),
            widget.ask('residuals', call),
            widget.ask('mse', call),
            widget.ask('mse_gradient', call),
        ]);
        button.disabled = !best;
        plane.clear();
        misses?.forEach((miss, at) => square(plane, points[2 * at], points[2 * at + 1], miss));
        if (ends) plane.curve(X.map((x, at) => [x, ends[at]]), 'yhat');
        const sentences = [];
        if (error) sentences.push(`The mean of the squares is the error, <strong>${number(error[0])}</strong>.`);
        if (gradient) sentences.push(`Its derivative is ${rate(gradient[0])} with respect to the bias and ${rate(gradient[1])} with respect to the slope${advice(gradient)}`);
        if (!spread) sentences.push('The samples share one feature: no single line is best.');
        widget.say(sentences.join(' '));
    }
}

// The square over a residual, drawn towards the side where there is room.
function square(plane, x, y, miss) {
    const [side, left] = [Math.abs(plane.py(y) - plane.py(y - miss)), plane.px(x)];
    draw(plane.layer, 'rect', {
        x: miss > 0 ? left - side : left, y: Math.min(plane.py(y), plane.py(y - miss)), width: side, height: side, class: 'nn-yhat nn-area',
    });
    draw(plane.layer, 'path', { d: `M${left} ${plane.py(y)}V${plane.py(y - miss)}`, stroke: 'currentColor', 'stroke-width': 2 });
}

// At the best line rounding leaves a derivative of 10⁻¹⁶ or so. It would only distract from what it says.
const rate = value => (Math.abs(value) < LEVEL ? `<data value="${value}">0.00</data>` : number(value));

function advice([bias, slope]) {
    if (Math.hypot(bias, slope) < LEVEL) return ': it is level, and no line does better.';
    const steeper = Math.abs(slope) >= Math.abs(bias);
    return `: to make the error smaller, ${steeper ? `make the slope ${slope > 0 ? 'smaller' : 'larger'}` : `shift the line ${bias > 0 ? 'down' : 'up'}`}.`;
}

const round = value => Math.round(value * 20) / 20;
