// Chapter 6: a network learns while the reader looks on; what it answers, what each hidden neuron sees, and the way back for one
// sample. The network of a state is the one that its start becomes after so many epochs with this step size: an address tells it all.

import { Widget, draw, letter, number, shown, symbol } from './widget.js';

// In the order in which the module counts them. `pace`: how many epochs a frame of the film takes.
const PROBLEMS = [
    { key: 'xor', name: 'XOR', range: [-0.5, 1.5], ticks: [0, 1], pace: 2 },
    { key: 'ring', name: 'disc in a ring', range: [-1.5, 1.5], ticks: [-1, 0, 1], pace: 4 },
    { key: 'spirals', name: 'two spirals', range: [-1.5, 1.5], ticks: [-1, 0, 1], pace: 20 },
    { key: 'curve', name: 'bent line', range: [-2.6, 2.6], ticks: [-2, 0, 2], answers: [-1.5, 2], levels: [-1, 0, 1, 2], pace: 4 },
];
const ETAS = [0.01, 0.03, 0.1, 0.3, 0.5, 1, 2, 4, 8];
const NEURONS = 8;
// Of the answers, and of what a hidden neuron sees: cells along each side of a map, points of a curve.
const FINE = 32;
const COARSE = 16;
const [FINE_CURVE, COARSE_CURVE] = [131, 40];
// So many epochs are trained in one call: a reader who moves on meanwhile does not wait for the rest.
const CHUNK = 1000;
const MOST = 20000;
const calm = matchMedia('(prefers-reduced-motion: reduce)');

export default function start(figure) {
    const widget = new Widget(figure, {
        label: 'What a network answers, its loss curve, and what each hidden neuron sees',
        size: [480, 396],
        state: { problem: 'xor', hidden: 3, eta: 0.5, seed: 6, epochs: 400, sample: 1 },
        redraw,
    });
    const { state } = widget;
    const plane = widget.plane({ box: [40, 26, 200, 200], x: [0, 1], y: [0, 1] });
    const surface = painter(plane, FINE);
    const losses = widget.plane({ box: [302, 26, 158, 200], x: [0, 1], y: [0, 1] });
    draw(widget.svg, 'text', { x: 8, y: 294 }, 'What each hidden neuron sees:');
    const neurons = Array.from({ length: NEURONS }, (_, at) => {
        const small = widget.plane({ box: [8 + 59 * at, 322, 48, 48], x: [0, 1], y: [-1, 1] });
        return { small, map: painter(small, COARSE), name: draw(widget.svg, 'g') };
    });

    widget.choice('problem', 'problem', PROBLEMS.map(({ key, name }) => [key, name]));
    widget.choice('eta', `step size ${letter('η', '', 'ink')}`, ETAS.map(eta => [eta, String(eta)]));
    const count = widget.slider('hidden', { label: `hidden neurons ${letter('d', '', 'ink')}`, min: 1, max: NEURONS, step: 1, digits: 0 });
    count.parentElement.style.gridColumn = '1 / -1';
    Object.assign(state, { hidden: Math.round(state.hidden), seed: whole(state.seed, 1e6), epochs: whole(state.epochs, MOST) });

    // What has been trained so far, of which state.
    let run = {};
    const film = widget.player('Play', async () => {
        const [pace, pause] = calm.matches ? [30, 700] : [1, 0];
        if (pause) await new Promise(done => setTimeout(done, pause));
        const aim = Math.min(MOST, state.epochs + pace * PROBLEMS[kind()].pace);
        await widget.set({ epochs: aim });
        return state.epochs === aim && aim < MOST;
    });
    widget.button('One epoch', () => widget.set({ epochs: Math.min(MOST, state.epochs + 1) }));
    widget.button('Reset', () => {
        film.stop();
        widget.set({ epochs: 0 });
    });
    widget.button('Another start', () => widget.set({ seed: (state.seed + 1) % 1e6 }));

    // The way back, number by number.
    const details = Object.assign(document.createElement('details'), { innerHTML: '<summary>The way back, number by number</summary>' });
    const pick = widget.slider('sample', { label: 'sample', min: 1, max: 60, step: 1, digits: 0 });
    const table = document.createElement('table');
    table.className = 'nn-numbers';
    details.append(pick.parentElement, table);
    details.addEventListener('toggle', () => widget.refresh());
    widget.output.after(details);

    return widget.show();

    function kind() {
        return PROBLEMS.findIndex(({ key }) => key === state.problem);
    }

    async function redraw() {
        const { hidden } = state;
        const at = kind();
        const problem = PROBLEMS[at];
        await train([at, hidden], [state.problem, hidden, state.eta, state.seed].join());
        const net = [at, hidden, run.weights ?? []];
        const alive = run.weights && !run.diverged;
        const cells = problem.answers ? [FINE_CURVE, COARSE_CURVE] : [FINE, COARSE];
        const [samples, answers, right] = await Promise.all([
            run.shown === problem ? run.samples : widget.ask('samples', at),
            alive && widget.ask('answers', net, problem.range, cells),
            alive && !problem.answers && widget.ask('right', net),
        ]);
        if (run.shown !== problem) scales(problem);
        Object.assign(run, { shown: problem, samples });
        const rows = samples ? inRows(samples) : [];
        pick.max = rows.length;
        state.sample = Math.min(rows.length || 1, whole(state.sample, 60) || 1);
        drawAnswers(problem, answers, cells, rows);
        drawLosses();
        // The last weights are those of the output: first that of the constant 1, then one for each hidden neuron.
        drawNeurons(problem, answers, cells, alive ? run.weights.slice(-hidden) : []);
        words(right);
        if (details.open) await numbers(net, rows, alive);
    }

    // Trains the network of this state: a little further than it was, or from its start.
    async function train(head, key) {
        if (run.key !== key || state.epochs < run.epochs) {
            const { shown, samples } = run;
            run = { key, shown, samples, epochs: 0, losses: [], weights: list(await widget.ask('start', head, state.seed)) };
        }
        while (run.weights && !run.diverged && (run.epochs < state.epochs || run.losses.length === 0)) {
            const epochs = Math.min(CHUNK, state.epochs - run.epochs);
            const answer = await widget.ask('train', head, run.weights, state.eta, epochs);
            // The reader has moved on: what is on its way belongs to another network.
            if (key !== [state.problem, state.hidden, state.eta, state.seed].join()) return;
            if (!answer) break;
            const length = run.weights.length;
            run.weights = list(answer.slice(0, length));
            // The first error of this call is the last of the one before.
            run.losses.push(...answer.slice(length + (run.losses.length ? 1 : 0)));
            const end = run.losses.findIndex(loss => !Number.isFinite(loss));
            run.diverged = end >= 0;
            if (run.diverged) run.losses.length = end;
            run.epochs = Math.max(0, run.diverged ? end : run.epochs + epochs);
        }
        state.epochs = Math.min(state.epochs, run.epochs);
    }

    function scales({ range, ticks, answers, levels }) {
        plane.scale({
            x: range, y: answers ?? range, ticks: [ticks, levels ?? ticks],
            names: answers ? [`feature ${symbol('x', 2)}`, `answer ${symbol('y')}`] : [symbol('x', 2), symbol('x', 3)],
        });
        for (const { small } of neurons) small.scale({ x: range, y: answers ? [-1.1, 1.1] : range });
    }

    function drawAnswers(problem, answers, cells, rows) {
        plane.clear();
        const tint = widget.colour('--nn-yhat');
        surface(!problem.answers && answers?.slice(0, FINE * FINE), value => [...tint, 0.8 * value]);
        if (answers && problem.answers) plane.curve(places(problem, answers.slice(0, cells[0])), 'yhat');
        rows.forEach((row, at) => {
            const y = row.at(-1);
            if (problem.answers) plane.dot(row[1], y, 'y', { r: 3.5 });
            else plane.dot(row[1], row[2], 'ink', { r: 4, stroke: 'currentColor', 'stroke-width': 2, fill: y > 0.5 ? 'currentColor' : 'var(--bg)' });
            if (details.open && at + 1 === state.sample) plane.dot(row[1], problem.answers ? y : row[2], 'ink', { r: 10, fill: 'none', stroke: 'currentColor', 'stroke-width': 2 });
        });
    }

    function drawLosses() {
        const most = ceiling(Math.max(100, run.losses.length - 1));
        const highest = ceiling(Math.min(100, run.losses.reduce((high, loss) => Math.max(high, loss), 1)));
        if (losses.x[1] !== most || losses.y[1] !== highest) {
            losses.scale({ x: [0, most], y: [0, highest], ticks: [[0, most], [0, highest / 2, highest]], digits: [0, highest > 1 ? 0 : 1], names: ['epoch', 'mean error E'] });
        }
        losses.clear();
        // An odd stride, so that of an error that leaps up and down both are seen.
        const stride = Math.floor(run.losses.length / 300) | 1;
        const points = [];
        for (let at = 0; at < run.losses.length; at += stride) points.push([at, run.losses[at]]);
        if (!points.length) return;
        losses.curve(points, 'ink', { 'stroke-width': 2 });
        losses.dot(run.losses.length - 1, run.losses.at(-1), 'ink');
    }

    function drawNeurons(problem, answers, cells, weights) {
        const tint = widget.colour('--nn-h');
        const size = problem.answers ? cells[1] : COARSE * COARSE;
        const from = problem.answers ? cells[0] : FINE * FINE;
        neurons.forEach(({ small, map, name }, at) => {
            small.axes.setAttribute('display', at < state.hidden ? 'inline' : 'none');
            small.clear();
            name.replaceChildren();
            const seen = at < state.hidden && answers?.slice(from + at * size, from + (at + 1) * size);
            map(!problem.answers && seen, value => [...tint, 0.45 + 0.45 * value]);
            if (at >= state.hidden) return;
            draw(name, 'text', { x: small.left + 24, y: 314, 'text-anchor': 'middle' }, symbol('h', at + 1));
            if (!seen) return;
            if (problem.answers) small.curve(places(problem, seen), 'h', { 'stroke-width': 2 });
            draw(name, 'text', { x: small.left + 24, y: 390, 'text-anchor': 'middle', class: 'nn-w' }, `${weights[at] < 0 ? '' : '+'}${shown(weights[at], 1)}`);
        });
    }

    function words(right) {
        const { losses, diverged, epochs } = run;
        const sentences = [];
        if (diverged) {
            sentences.push(`<strong>The steps are too large.</strong> After ${number(epochs, 0)} epochs the error has outgrown every number that a computer can hold. Take a smaller ${letter('η', '', 'ink')}.`);
        } else if (losses.length) {
            sentences.push(`After ${number(epochs, 0)} epoch${epochs === 1 ? '' : 's'} the mean error is <strong>${number(losses.at(-1), 3)}</strong>${right ? `, and ${number(right[0], 0)} of ${number(right[1], 0)} samples are answered rightly` : ''}.`);
            if (losses.at(-1) > 1.5 * losses[0]) sentences.push(`It was ${number(losses[0], 3)} at the start: the steps are too large. Take a smaller ${letter('η', '', 'ink')}.`);
        }
        widget.say(sentences.join(' '), !film.playing);
    }

    // The table: what came in, the way forward, and the way back.
    async function numbers(net, rows, alive) {
        const row = rows[state.sample - 1];
        if (!alive || !row) return table.replaceChildren();
        const call = [net, state.sample - 1];
        const names = ['forward', 'error', 'delta2', 'output_gradient', 'hidden_gradient', 'backward'];
        const [forward, error, delta2, w2, h, back] = await Promise.all(names.map(name => widget.ask(`sample_${name}`, call)));
        const { hidden: d } = state;
        const k = row.length - 1;
        const slope = of => `∂E/∂${of}`;
        const parts = [
            ['forward', [matrix('X', '', 'x'), 1, k, row.slice(0, k)],
                [matrix('A', 1), 1, d, forward?.slice(0, d)],
                [matrix('H'), 1, d + 1, forward?.slice(d, 2 * d + 1)],
                [matrix('A', 2), 1, 1, forward?.slice(2 * d + 1, 2 * d + 2)],
                [matrix('Ŷ', '', 'yhat'), 1, 1, forward?.slice(-1)]],
            ['the error', [matrix('y'), 1, 1, row.slice(-1)], ['<var>E</var>', 1, 1, error]],
            ['back', ['Δ<sub>2</sub>', 1, 1, delta2],
                [slope(matrix('W', 2)), 1, d + 1, w2],
                [slope(matrix('H')), 1, d, h],
                ['Δ<sub>1</sub>', 1, d, back?.slice(0, d)],
                [slope(matrix('W', 1)), d, k, back?.slice(d)]],
        ];
        table.innerHTML = `<caption>A batch of one sample, <var>n</var> = 1</caption>${parts.map(part).join('')}`;
    }
}

// A map of a plane that is painted by its values, or wiped where there are none.
function painter(plane, cells) {
    const paint = plane.map(cells, cells);
    let wiped = true;
    return (values, colour) => {
        if (values) paint(values, colour);
        else if (!wiped) paint(new Float64Array(cells * cells), () => [0, 0, 0, 0]);
        wiped = !values;
    };
}

// A part of the table: its heading and its matrices.
const part = ([heading, ...lines]) => `<tbody><tr><th colspan="3" scope="rowgroup">${heading}</th></tr>${lines.map(line).join('')}</tbody>`;

// A matrix: its name, its shape, and its numbers row by row.
function line([name, rows, columns, values]) {
    const list = Array.from({ length: values ? rows : 0 }, (_, at) => [...values.slice(at * columns, (at + 1) * columns)].map(value => number(value, 3)).join(' '));
    return `<tr><th scope="row">${name}</th><td>(${rows}, ${columns})</td><td>${list.join('<br>')}</td></tr>`;
}

const matrix = (name, index = '', kind = name.toLowerCase()) => `<b class="nn-${kind}">${name}${index && `<sub>${index}</sub>`}</b>`;

function inRows([k, ...numbers]) {
    const rows = [];
    for (let at = 0; at < numbers.length; at += k + 1) rows.push(numbers.slice(at, at + k + 1));
    return rows;
}

// Points of a curve whose values lie at even distances over the range of a problem.
const places = ({ range: [low, high] }, values) => [...values].map((value, at) => [low + ((high - low) * at) / (values.length - 1), value]);

const list = numbers => numbers && [...numbers];
const whole = (value, most) => Math.min(most, Math.max(0, Math.round(value)));

// The next of 1, 2, 5, 10, 20, 50 and so on.
function ceiling(value) {
    const power = 10 ** Math.floor(Math.log10(value));
    return power * [1, 2, 5, 10].find(step => step * power >= value);
}
