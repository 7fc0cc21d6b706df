// In pages that are served on the reader's own machine: loads a page again when there is a newer build of it, and shows
// which tasks pass their tests, and the next one.

(() => {
    const make = (name, className, text = '') => Object.assign(document.createElement(name), { className, textContent: text });
    let build;
    let tasks;
    const ask = async () => {
        const [newest, done] = (await (await fetch('/-build')).text()).split(' ');
        if (build !== undefined && newest !== build) location.reload();
        build = newest;
        if (tasks === done) return;
        tasks = done;
        show(await (await fetch('/-tasks')).json());
    };
    // The server may have been stopped.
    const again = () => ask().catch(() => {}).then(() => setTimeout(again, 500));
    again();

    // `{chapters: {ch01: {done: [true, …], changed: false}}, next: {address, words, command}}`
    function show({ chapters, next }) {
        for (const [chapter, { done, changed }] of Object.entries(chapters)) {
            const count = done.filter(Boolean).length;
            const words = `${count} of ${done.length} tasks done`;
            const link = document.querySelector(`#mdbook-sidebar .chapter-link-wrapper > a[href*="${chapter}/"]`);
            const tally = link && (link.parentElement.querySelector('.nn-tally') ?? make('span', 'nn-tally'));
            if (link) {
                tally.title = changed ? `${words}; changed since its tests ran` : words;
                tally.innerHTML = `<span aria-hidden="true">${count}/${done.length}${changed ? '?' : ''}</span><span class="nn-unseen">${tally.title}</span>`;
                link.after(tally);
            }
            done.forEach((passes, at) => {
                const heading = document.getElementById(`${chapter}-t${at + 1}`);
                if (!heading) return;
                const tick = heading.querySelector('.nn-tick') ?? make('span', 'nn-tick');
                tick.dataset.state = passes ? 'done' : 'open';
                tick.innerHTML = `<span class="nn-unseen">${passes ? 'passes its tests' : 'not done yet'}</span>`;
                heading.append(tick);
            });
            const facts = document.querySelector(`.nn-cards [data-chapter="${chapter}"] .nn-facts`);
            if (facts) {
                facts.querySelector('.nn-tasks').textContent = words;
                const pips = facts.querySelector('.nn-pips') ?? make('span', 'nn-pips');
                pips.setAttribute('aria-hidden', 'true');
                pips.style.setProperty('--n', done.length);
                pips.style.setProperty('--done', count);
                facts.append(pips);
            }
        }
        for (const old of document.querySelectorAll('.nn-todo')) old.remove();
        if (!next) return;
        for (const place of [document.querySelector('.sidebar-scrollbox > .chapter'), document.querySelector('.nn-front .nn-start')]) {
            const line = make('p', 'nn-todo', 'Next: ');
            const link = Object.assign(make('a', '', next.words), { href: path_to_root + next.address });
            line.append(link, make('code', '', next.command));
            if (place?.matches('.chapter')) place.before(line);
            else place?.after(line);
        }
    }
})();
