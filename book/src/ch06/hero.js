// The network of the title page learns before the reader's eyes, once, for less than five seconds, and then holds
// still. The drawing stands in the page; this only moves what is in it.

import { Reference } from '../../widgets/reference.js';

const SECONDS = 4.6;
const STARTS = 1000;

export default async function start(figure) {
    const reference = new Reference(figure);
    const [problem, neurons, first, eta, epochs] = figure.dataset.start.split(',').map(Number);
    const edges = figure.querySelectorAll('.nn-edges path');
    const discs = [...figure.querySelectorAll('.nn-disc')].map(disc => [+disc.getAttribute('cx'), +disc.getAttribute('cy'), +disc.getAttribute('r')]);
    const gradients = figure.querySelectorAll('linearGradient');
    const bands = figure.querySelectorAll('.nn-bands path');
    const frame = box(figure.querySelector('.nn-frame'));
    const loss = figure.querySelector('.nn-loss');
    const axis = figure.querySelector('.nn-hair').getBBox();
    const top = loss.getBBox().y;
    const error = figure.querySelector('.nn-error');
    const said = figure.querySelector('output');
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    let seed = first;
    let run = 0;

    await reference.load();
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'nn-button', textContent: 'Train a new one' });
    // No part of the text.
    button.dataset.added = '';
    button.addEventListener('click', () => {
        seed = (seed + 1) % STARTS;
        learn();
    });
    figure.querySelector('figcaption').append(button);
    if (calm) return;
    // It begins when it is seen.
    const seen = new IntersectionObserver(([entry]) => {
        if (!entry.isIntersecting) return;
        seen.disconnect();
        learn();
    }, { threshold: 0.5 });
    seen.observe(figure.querySelector('svg'));

    // Trains a network from its start. Another one that is being trained meanwhile is left as it is.
    async function learn() {
        const mine = ++run;
        const head = [problem, neurons];
        const ask = (name, ...numbers) => reference.call(name, numbers.flat());
        let weights = [...await ask('start', head, seed)];
        const losses = [];
        const begun = performance.now();
        for (let share = 0; share < 1;) {
            share = calm ? 1 : Math.min(1, (performance.now() - begun) / 1000 / SECONDS);
            // Slowly at first, when most happens.
            const more = Math.round(epochs * share ** 3) - Math.max(0, losses.length - 1);
            const answer = await ask('train', head, weights, eta, more);
            weights = [...answer.slice(0, weights.length)];
            losses.push(...answer.slice(weights.length + (losses.length ? 1 : 0)));
            const picture = await ask('picture', head, weights);
            const [right, all] = await ask('right', head, weights);
            if (mine !== run) return;
            draw([...picture], losses);
            const trained = losses.length - 1;
            said.textContent = `After ${trained} epoch${trained === 1 ? '' : 's'}, ${right} of ${all} points are on the right side.`;
            await new Promise(requestAnimationFrame);
        }
    }

    function draw(picture, losses) {
        const take = count => picture.splice(0, count);
        for (const edge of edges) {
            const [width, opacity, dashed] = take(3);
            edge.setAttribute('stroke-width', width.toFixed(2));
            edge.setAttribute('stroke-opacity', opacity.toFixed(2));
            edge.setAttribute('stroke-dasharray', dashed ? `${(0.6 * width + 1).toFixed(1)} ${(1.5 * width + 3).toFixed(1)}` : 'none');
        }
        gradients.forEach((gradient, at) => {
            const [x, y, r] = discs[at];
            const [x1, y1, x2, y2] = take(4);
            const ends = { x1: x + r * x1, y1: y + r * y1, x2: x + r * x2, y2: y + r * y2 };
            for (const [name, value] of Object.entries(ends)) gradient.setAttribute(name, value.toFixed(1));
            for (const stop of gradient.children) stop.setAttribute('stop-opacity', take(1)[0].toFixed(2));
        });
        let at = 0;
        for (const band of bands) {
            let course = '';
            for (let lines = picture[at++]; lines > 0; lines--) {
                for (let points = picture[at++], pen = 'M'; points > 0; points--, pen = 'L') {
                    course += `${pen}${(frame.x + frame.width * picture[at++]).toFixed(1)} ${(frame.y + frame.height * picture[at++]).toFixed(1)}`;
                }
                course += 'Z';
            }
            band.setAttribute('d', course);
        }
        const places = losses.map((value, epoch) => {
            if (epoch % 10 > 0 && epoch >= 40) return '';
            return `L${(axis.x + axis.width * Math.sqrt(epoch / epochs)).toFixed(1)} ${Math.max(top, axis.y - loss.dataset.one * value).toFixed(1)}`;
        });
        loss.setAttribute('d', places.join('').replace('L', 'M'));
        error.textContent = losses.at(-1).toFixed(3);
    }
}

function box(rectangle) {
    return Object.fromEntries(['x', 'y', 'width', 'height'].map(name => [name, +rectangle.getAttribute(name)]));
}
