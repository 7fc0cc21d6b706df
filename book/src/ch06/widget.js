// Chapter 6: a network learns while the reader looks on; what it answers, what each hidden neuron sees, and the way
// back for one sample. The network of a state is the one that its start becomes after so many epochs with this step
// size: an address tells it all.

import { Widget, draw, letter, number, shown, symbol } from '../../widgets/widget.js';

// In the order in which the module counts them. `pace`: how many epochs a frame of the film takes. `cells`: of the
// answers, and of what a hidden neuron sees, so many along each side of a map, or points of a curve.
const MAPS = { range: [-1.5, 1.5], ticks: [-1, 0, 1], cells: [32, 16] };
const PROBLEMS = [
    { ...MAPS, name: 'XOR', range: [-0.5, 1.5], ticks: [0, 1], pace: 2 },
    { ...MAPS, name: 'disc in a ring', pace: 4 },
    { ...MAPS, name: 'two spirals', pace: 20 },
    { name: 'bent line', curve: true, range: [-2.6, 2.6], ticks: [-2, 0, 2], cells: [131, 40], pace: 4 },
];
const ETAS = [0.01, 0.03, 0.1, 0.3, 0.5, 1, 2, 4, 8];
const NEURONS = 8;
// So many epochs are trained in one call: a reader who moves on meanwhile does not wait for the rest.
const CHUNK = 1000;
const MOST = 20000;
const ETA = letter('η', '', 'ink');
const TOO_LARGE = `the steps are too large. Take a smaller ${ETA}.`;
// Answers are drawn in their colour: a disc is 1, a ring 0.
const DISC = { r: 4.6, stroke: 'var(--paper)', 'stroke-width': 1.4 };
const RING = { r: 4.2, fill: 'var(--paper)', stroke: 'currentColor', 'stroke-width': 1.9 };

export default function start(figure) {
    const widget = new Widget(figure, {
        label: 'What a network answers, its loss curve, what its hidden neurons see',
        size: [480, 396],
        state: { problem: 0, hidden: 3, eta: 0.5, seed: 6, epochs: 400, sample: 1 },
        redraw,
    });
    const { state } = widget;
    const plane = widget.plane({ box: [40, 26, 200, 200], x: [0, 1], y: [0, 1] });
    const map = plane.map(MAPS.cells[0], MAPS.cells[0]);
    const losses = widget.plane({ box: [302, 26, 158, 200], x: [0, 1], y: [0, 1] });
    draw(widget.svg, 'text', { x: 8, y: 294 }, 'What each hidden neuron sees:');
    const neurons = Array.from({ length: NEURONS }, (_, at) => {
        const small = widget.plane({ box: [8 + 59 * at, 322, 48, 48], x: [0, 1], y: [0, 1] });
        const names = draw(widget.svg, 'g', { 'text-anchor': 'middle', transform: `translate(${32 + 59 * at} 314)` });
        draw(names, 'text', {}, symbol('h', at + 1));
        return { small, map: small.map(MAPS.cells[1], MAPS.cells[1]), names, weight: draw(names, 'text', { y: 76, class: 'nn-w' }) };
    });
    // A frame draws only what changes, and the samples stay.
    const fitted = draw(plane.layer, 'g');
    const marks = draw(plane.layer, 'g');
    let marked;

    widget.choice('problem', 'problem', PROBLEMS.map(({ name }, at) => [at, name]));
    widget.choice('eta', `step size ${ETA}`, ETAS.map(eta => [eta, `${eta}`]));
    const count = widget.slider('hidden', { label: `hidden neurons ${letter('d', '', 'ink')}`, min: 1, max: NEURONS, step: 1, digits: 0 });
    count.parentElement.style.gridColumn = '1 / -1';
    Object.assign(state, { hidden: Math.round(state.hidden), seed: whole(state.seed, 1e6), epochs: whole(state.epochs, MOST) });

    // Whoever wants less motion gets a new picture now and then.
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const film = widget.player('Play', async () => {
        if (calm) await new Promise(done => setTimeout(done, 700));
        const aim = whole(state.epochs + PROBLEMS[state.problem].pace * (calm ? 30 : 1), MOST);
        await widget.set({ epochs: aim });
        return state.epochs === aim && aim < MOST;
    });
    widget.button('One epoch', () => widget.set({ epochs: whole(state.epochs + 1, MOST) }));
    widget.button('Reset', () => widget.set({ epochs: 0 }));
    widget.button('Another start', () => widget.set({ seed: (state.seed + 1) % 1e6 }));

    const details = document.createElement('details');
    details.innerHTML = '<summary>The way back, number by number</summary><table class="nn-numbers"></table>';
    const table = details.lastChild;
    const pick = widget.slider('sample', { label: 'sample', min: 1, max: 60, step: 1, digits: 0 });
    table.before(pick.parentElement);
    details.addEventListener('toggle', () => widget.refresh());
    widget.output.after(details);

    // The network as far as it has been trained, and the samples of the problem that is drawn.
    let run = {};
    let shownProblem;
    let samples;
    return widget.show();

    // What a network depends on, but for the epochs.
    function key() {
        return [state.problem, state.hidden, state.seed, state.eta].join();
    }

    async function redraw() {
        const problem = PROBLEMS[state.problem];
        const head = [state.problem, state.hidden];
        await train(head);
        const net = run.diverged ? null : [head, run.weights];
        if (problem !== shownProblem) {
            samples = inRows(await widget.ask('samples', head));
            scales(problem);
            pick.max = samples.length;
            shownProblem = problem;
        }
        state.sample = Math.min(samples.length, whole(state.sample, 60) || 1);
        const [answers, right] = await Promise.all([
            net && widget.ask('answers', net, problem.range, problem.cells),
            net && !problem.curve && widget.ask('right', net),
        ]);
        picture(problem, answers);
        curve();
        words(right);
        if (details.open) table.innerHTML = net ? await numbers(net, samples[state.sample - 1]) : '';
    }

    // Trains the network of this state: a little further than it was, or from its start.
    async function train(head) {
        if (run.key !== key() || state.epochs < run.epochs) {
            run = { key: key(), epochs: 0, losses: [] };
            run.weights = [...await widget.ask('start', head, state.seed) ?? []];
        }
        while (!run.diverged && (run.epochs < state.epochs || !run.begun)) {
            const epochs = Math.min(CHUNK, state.epochs - run.epochs);
            const answer = await widget.ask('train', head, run.weights, state.eta, epochs);
            // The reader has moved on: what is on its way belongs to another network.
            if (run.key !== key()) return;
            if (!answer) break;
            const length = run.weights.length;
            run.weights = [...answer.slice(0, length)];
            // The first error of this call is the last of the one before.
            run.losses.push(...answer.slice(length + (run.begun ? 1 : 0)));
            run.begun = true;
            run.epochs += epochs;
            run.diverged = !answer.every(Number.isFinite);
            if (run.diverged) run.epochs = Math.max(0, (run.losses = run.losses.filter(Number.isFinite)).length - 1);
        }
        state.epochs = Math.min(state.epochs, run.epochs);
    }

    function scales({ range, ticks, curve }) {
        plane.scale({
            x: range, y: curve ? [-1.5, 2] : range, ticks: [ticks, curve ? [-1, 0, 1, 2] : ticks],
            names: curve ? [`feature ${symbol('x', 2)}`, `answer ${symbol('y')}`] : [symbol('x', 2), symbol('x', 3)],
        });
        for (const { small } of neurons) small.scale({ x: range, y: curve ? [-1.1, 1.1] : range });
    }

    // The answers with the samples, and what each hidden neuron sees, as maps or as curves.
    function picture({ curve, range: [low, high], cells }, answers) {
        const [fine, coarse] = curve ? cells : cells.map(side => side * side);
        const show = (plane, layer, map, kind, values, opacity, attributes) => {
            const tint = widget.colour(`--nn-${kind}`);
            const x = at => low + ((high - low) * at) / (values.length - 1);
            layer.replaceChildren();
            map(curve ? null : values, tint, opacity);
            if (curve && values) layer.append(plane.curve([...values].map((value, at) => [x(at), value]), kind, attributes));
        };
        show(plane, fitted, map, 'yhat', answers?.slice(0, fine), value => 0.8 * value);
        markSamples(curve);
        // The last weights are those of the output, one for each hidden neuron.
        const weights = run.weights.slice(-state.hidden);
        neurons.forEach((neuron, at) => {
            const { small, map, names, weight } = neuron;
            const there = at < state.hidden;
            // A neuron that the network lacks is wiped once, and not in each frame.
            if (!there && neuron.there === false) return;
            const seen = there ? answers?.slice(fine + at * coarse).slice(0, coarse) : null;
            if (there !== neuron.there) for (const part of [small.axes, names]) part.setAttribute('display', there ? 'inline' : 'none');
            neuron.there = there;
            show(small, small.layer, map, 'h', seen, value => 0.45 + 0.45 * value, { 'stroke-width': 2 });
            const text = seen ? shown(weights[at], 1).replace(/^(?!−)/, '+') : '';
            if (weight.textContent !== text) weight.textContent = text;
        });
    }

    function markSamples(curve) {
        const chosen = details.open ? state.sample : 0;
        const key = [state.problem, chosen].join();
        if (marked === key) return;
        marked = key;
        const drawn = samples.flatMap((sample, at) => {
            const [x, y] = sample.slice(1);
            const dot = plane.dot(x, y, 'y', curve || sample[3] > 0.5 ? DISC : RING);
            return at + 1 === chosen ? [dot, plane.dot(x, y, 'ink', { r: 10, fill: 'none', stroke: 'currentColor', 'stroke-width': 2 })] : [dot];
        });
        marks.replaceChildren(...drawn);
    }

    function curve() {
        const last = run.losses.length - 1;
        const most = roomy(500, last);
        const high = Math.min(128, roomy(1, run.losses.reduce((high, loss) => Math.max(high, loss), 1)));
        losses.scale({ x: [0, most], y: [0, high], ticks: [[0, most], [0, high]], names: ['epoch', `mean error ${symbol('E', '', 'ink')}`] });
        losses.clear();
        // An odd stride, so that of an error that leaps up and down both are seen.
        const stride = Math.floor(last / 300) | 1;
        const places = Array.from({ length: Math.floor(last / stride) + 1 }, (_, at) => at * stride);
        losses.curve(places.map(epoch => [epoch, run.losses[epoch]]), 'ink', { 'stroke-width': 2 });
        if (last >= 0) losses.dot(last, run.losses[last], 'ink');
    }

    function words(right) {
        const [first, last] = [run.losses[0], run.losses.at(-1)];
        const after = `After ${number(run.epochs, 0)} epoch${run.epochs === 1 ? '' : 's'} the`;
        let said = '';
        if (run.diverged) {
            said = `${after} error has outgrown every number: ${TOO_LARGE}`;
        } else if (run.losses.length) {
            said = `${after} mean error is <strong>${number(last, 3)}</strong>`;
            said += right ? `, and ${number(right[0], 0)} of ${number(right[1], 0)} samples are answered correctly.` : '.';
            if (last > 1.5 * first) said += ` It was ${number(first, 3)} at the start: ${TOO_LARGE}`;
        }
        widget.say(said, !film.playing);
    }

    // A table of what came in, the way forward, and the way back.
    async function numbers(net, sample) {
        const names = ['forward', 'error', 'delta2', 'output_gradient', 'hidden_gradient', 'backward'];
        const [forward, error, delta2, w2, h, back] = await Promise.all(names.map(name => widget.ask(`sample_${name}`, net, state.sample - 1)));
        const [d, k] = [state.hidden, sample.length - 1];
        return `<caption>A batch of one sample, <var>n</var> = 1</caption>${[
            ['forward'], ['X', 1, k, sample], ['A1', 1, d, forward], ['H', 1, d + 1, forward?.slice(d)], ['A2', 1, 1, forward?.slice(-2)], ['Ŷ', 1, 1, forward?.slice(-1)],
            ['the error'], ['y', 1, 1, sample.slice(-1)], ['<var>E</var>', 1, 1, error],
            ['back'], ['Δ2', 1, 1, delta2], ['∂E/∂W2', 1, d + 1, w2], ['∂E/∂H', 1, d, h], ['Δ1', 1, d, back], ['∂E/∂W1', d, k, back?.slice(d)],
        ].map(line).join('')}`;
    }
}

// A line of the table: a heading, or the name of a matrix, its shape, and its numbers row by row.
function line([name, rows, columns, values]) {
    if (!rows) return `<tr><th colspan="3">${name}</th></tr>`;
    const styled = name.replace(/([XAHWyŶΔ])(\d?)$/, (_, letter, index) => `<b class="nn-${letter === 'Ŷ' ? 'yhat' : letter.toLowerCase()}">${letter}${index && `<sub>${index}</sub>`}</b>`);
    const cells = [...values ?? []].slice(0, rows * columns).map((value, at) => (at && at % columns === 0 ? '<br>' : ' ') + number(value, 3));
    return `<tr><th scope="row">${styled}</th><td>(${rows}, ${columns})</td><td>${cells.join('')}</td></tr>`;
}

// Of what came in, `k` features and an answer for each sample.
function inRows([k, ...numbers]) {
    const rows = [];
    while (numbers.length) rows.push(numbers.splice(0, k + 1));
    return rows;
}

const whole = (value, most) => Math.min(most, Math.max(0, Math.round(value)));

// At least `least`, and doubled until the value has room.
const roomy = (least, value) => least * 2 ** Math.ceil(Math.log2(Math.max(1, value / least)));
