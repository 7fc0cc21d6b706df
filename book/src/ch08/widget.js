// Chapter 8: the same network learns the noisy sine twice, by recipe A and by recipe B. What a recipe gives does not
// depend on the epoch that is looked at, so it is trained once, and kept.

import { Widget, draw, number } from '../../widgets/widget.js';

// What a recipe consists of, in the order in which the module reads it: what it is, and the choices.
const same = values => values.map(value => [value, `${value}`]);
const PARTS = [
    ['optimiser', [[0, 'descent'], [1, 'momentum'], [2, 'Adam']]],
    ['gain <var>g</var>', same([0, 0.1, 1, 3, 30])],
    ['step size <var>η</var>', same([0.001, 0.003, 0.01, 0.03, 0.1, 0.3])],
    ['batch', [[2, '2'], [5, '5'], [20, 'all 20']]],
    ['decay <var>λ</var>', same([0, 0.1, 0.3, 1])],
    ['dropout <var>p</var>', same([0, 0.1, 0.2, 0.5])],
];
const PLAIN = [2, 3, 0.03, 20, 0, 0];
const changed = (recipe, part, value) => recipe.map((old, at) => (at === part ? value : old));
const plainBut = (part, value) => changed(PLAIN, part, value);
// What to compare: the two recipes, and what the difference does, whatever the noise.
const PAIRS = [
    ['decay', 'weight decay', PLAIN, plainBut(4, 0.3), 'Sharp bends need large weights, and in B each weight shrinks at every step. The training error of B stays higher: it cannot run through every point.'],
    ['dropout', 'dropout', PLAIN, plainBut(5, 0.2), 'In each step of B one hidden neuron in five is missing, so no few of them can bend the curve through one point together.'],
    ['optimiser', 'optimisers', [0, 3, 0.03, 20, 0, 0], PLAIN, 'Adam is there in far fewer epochs, since each weight has its own step size. It learns the noise faster, too.'],
    ['momentum', 'momentum', [0, 3, 0.03, 20, 0, 0], [1, 3, 0.03, 20, 0, 0], 'On an even slope the steps of B are ten times as long, so it needs far fewer epochs.'],
    ['start', 'initial weights', plainBut(1, 0), PLAIN, 'From zero no gradient reaches a weight: only the output’s bias learns, and the curve stays level.'],
    ['step', 'step sizes', [0, 3, 0.3, 20, 0, 0], [0, 3, 0.03, 20, 0, 0], 'A steps across the valley, and lands higher on the other side.'],
    ['batch', 'batch sizes', PLAIN, plainBut(3, 2), 'B takes ten steps in each epoch, with the noise of two points at a time.'],
    ['own', 'of your own'],
];
// When the errors are measured: close together at first, since that is when most happens.
const EPOCHS = Array.from({ length: 64 }, (_, at) => (at <= 10 ? at : at < 40 ? 10 * (at - 9) : 50 * (at - 33)));
const LAST = EPOCHS.length - 1;
const PLACES = 81;
const REACH = 2.5;
const NAMES = ['A', 'B'];
const [LOWEST, HIGHEST] = [-2.3, 1];

export default function start(figure) {
    const widget = new Widget(figure, {
        label: 'Two recipes side by side: the curves that the network has learned, and below them the errors over the epochs',
        size: [480, 424],
        state: { compare: 'decay', a: PLAIN, b: plainBut(4, 0.3), seed: 6, at: 0 },
        redraw,
    });
    const { state } = widget;
    const panels = [['a', 44], ['b', 272]].map(([key, left], at) => {
        draw(widget.svg, 'text', { x: left, y: 16, 'font-weight': 600 }, `Recipe ${NAMES[at]}`);
        const fit = widget.plane({ box: [left, 26, 200, 150], x: [-REACH, REACH], y: [-2.4, 2.4] });
        const errors = widget.plane({ box: [left, 214, 200, 150], x: [0, Math.log10(EPOCHS[LAST])], y: [LOWEST, HIGHEST], names: [at ? 'epoch' : '', at ? '' : 'mean error E'] });
        errors.named([1, 10, 100, 1000].map(tick => [Math.log10(tick), tick]), at ? [] : [0.01, 0.1, 1, 10].map(tick => [Math.log10(tick), tick]));
        return { key, fit, errors };
    });

    const compare = widget.choice('compare', 'compare', PAIRS.map(([key, name]) => [key, name]));
    compare.addEventListener('input', () => {
        const [key, , a, b] = PAIRS[compare.selectedIndex];
        Object.assign(state, { at: 0 }, key === 'own' ? {} : { a, b });
    }, { capture: true });
    const table = document.createElement('table');
    table.className = 'nn-numbers nn-recipes';
    table.innerHTML = `<thead><tr><th scope="col">recipe</th><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody>${PARTS.map(([name]) => `<tr><th scope="row"><span>${name}</span></th><td></td><td></td></tr>`).join('')}</tbody>`;
    const rows = PARTS.map(([name, options], part) => {
        const row = table.tBodies[0].rows[part];
        const selects = panels.map(({ key }, at) => {
            // A choice that an address has and the table has not.
            if (!options.some(([value]) => value === state[key][part])) state[key] = changed(state[key], part, PLAIN[part]);
            const select = document.createElement('select');
            select.setAttribute('aria-label', `recipe ${NAMES[at]}: ${name.replace(/<.*?>/g, '')}`);
            select.append(...options.map(([value, text]) => new Option(text, value)));
            select.addEventListener('input', () => {
                state[key] = changed(state[key], part, options[select.selectedIndex][0]);
                widget.set({ compare: pair(), at: 0 });
            });
            row.cells[at + 1].append(select);
            return select;
        });
        return { row, selects };
    });
    widget.controls.append(table);
    Object.assign(state, { compare: pair(), seed: whole(state.seed, 49), at: whole(state.at, LAST) });
    widget.slider('at', { label: 'epoch', min: 0, max: LAST, step: 1, words: at => `${EPOCHS[at]}` });

    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const film = widget.player('Train', async () => {
        await widget.set({ at: calm ? LAST : state.at < LAST ? state.at + 1 : 0 });
        await new Promise(done => setTimeout(done, 60));
        return state.at < LAST;
    });
    widget.button('Other noise', () => widget.set({ seed: (state.seed + 1) % 50 }));
    widget.reset();
    const runs = new Map();
    return widget.show();

    // Which of the pairs the two recipes are.
    function pair() {
        return PAIRS.find(([, , a, b]) => `${[a, b]}` === `${[state.a, state.b]}`)?.[0] ?? 'own';
    }

    async function redraw() {
        rows.forEach(({ row, selects }, part) => {
            panels.forEach(({ key }, at) => { selects[at].value = state[key][part]; });
            const name = row.cells[0].firstChild;
            name.className = state.a[part] === state.b[part] ? '' : 'nn-marker';
        });
        const setting = await widget.ask('setting', state.seed);
        const both = [];
        for (const { key } of panels) both.push(await run(state[key]));
        panels.forEach((panel, at) => picture(panel, setting, both[at], both[1 - at]));
        words(both);
    }

    // The errors and curves of a recipe, epoch by epoch as far as they are numbers, and which epoch was best.
    async function run(recipe) {
        const key = [recipe, state.seed].join();
        if (!runs.has(key)) {
            const answer = await widget.ask('train', recipe, state.seed, EPOCHS);
            if (!answer) return null;
            const all = EPOCHS.map((epoch, at) => {
                const [training, validation, ...curve] = answer.slice(at * (PLACES + 2), (at + 1) * (PLACES + 2));
                return { epoch, training, validation, curve };
            });
            const end = all.findIndex(({ training, validation }) => !Number.isFinite(training + validation));
            runs.set(key, { shots: end < 0 ? all : all.slice(0, end) });
        }
        const found = runs.get(key);
        found.best ??= found.shots[(await widget.ask('best', found.shots.map(({ validation }) => validation)))?.[0]];
        return found;
    }

    function picture({ fit, errors }, setting, own, other) {
        fit.clear();
        errors.clear();
        if (!setting || !own) return;
        const [noise, ...numbers] = setting;
        const through = values => [...values].map((y, place) => [(2 * REACH * place) / (PLACES - 1) - REACH, y]);
        fit.curve(through(numbers.slice(0, PLACES)), 'ink', { 'stroke-width': 1.2, 'stroke-dasharray': '3 4' });
        for (let at = PLACES; at < numbers.length; at += 2) fit.dot(numbers[at], numbers[at + 1], 'y', { r: 3.5 });
        const now = own.shots[state.at];
        if (now) fit.curve(through(now.curve), 'yhat');
        errors.curve([[0, Math.log10(noise)], [Math.log10(EPOCHS[LAST]), Math.log10(noise)]], 'ink', { stroke: 'var(--ink-3)', 'stroke-width': 1, 'stroke-dasharray': '2 4' });
        const over = ({ shots }, error) => shots.slice(1, state.at + 1).map(shot => [Math.log10(shot.epoch), Math.log10(shot[error])]);
        if (other) errors.curve(over(other, 'validation'), 'ink', { stroke: 'var(--ink-3)', 'stroke-width': 1.2 });
        errors.curve(over(own, 'training'), 'w', { 'stroke-dasharray': '6 4', 'stroke-width': 1.8 });
        errors.curve(over(own, 'validation'), 'yhat', { 'stroke-width': 2.6 });
        const { best } = own;
        if (best?.epoch && best.epoch <= EPOCHS[state.at]) errors.dot(Math.log10(best.epoch), Math.log10(best.validation), 'ink', { r: 4.5 });
    }

    function words(both) {
        const say = text => widget.say(text, !film.playing);
        if (both.includes(null)) return say('');
        if (state.at === 0) return say('Which recipe will have the smaller validation error in the end, A or B? Decide, and press <b>Train</b>.');
        const each = both.map(({ shots, best }, at) => {
            const now = shots[state.at];
            if (!now) return `<b>${NAMES[at]}</b> outgrew every number by epoch ${number(EPOCHS[shots.length], 0)}.`;
            const least = state.at === LAST && best ? `, and ${number(best.validation, 3)} at its best, epoch ${number(best.epoch, 0)}` : '';
            return `<b>${NAMES[at]}</b>: training error ${number(now.training, 3)}, validation error <strong>${number(now.validation, 3)}</strong>${least}.`;
        });
        const why = state.at === LAST && PAIRS.find(([key]) => key === state.compare)[4];
        say(`<p>After ${number(EPOCHS[state.at], 0)} epochs: ${each.join(' ')}</p>${why ? `<p>${why}</p>` : ''}`);
    }
}

const whole = (value, most) => Math.min(most, Math.max(0, Math.round(value)));
