// What has been read and answered is remembered in this browser, and shown; nothing leaves it.

(() => {
    const KEY = 'nn-progress';
    const root = new URL(path_to_root || './', document.baseURI);
    const addressOf = url => new URL(url, document.baseURI).pathname.slice(root.pathname.length) || 'index.html';
    const here = addressOf(location.href);
    const main = document.querySelector('main');
    const quizzes = document.querySelectorAll('.nn-quiz');
    const make = (name, className, text = '') => Object.assign(document.createElement(name), { className, textContent: text });

    // For each page whether its end was reached, how many questions it asks and how many are answered; the choices by
    // their question. A browser that keeps nothing for this page, as from a file, goes without.
    let kept = { pages: {}, choices: {} };
    try {
        kept = { ...kept, ...JSON.parse(localStorage.getItem(KEY)) };
    } catch { /* Nothing is kept, or it cannot be read. */ }
    const save = () => {
        const answered = [...quizzes].filter(quiz => quiz.querySelector(':checked')).length;
        kept.pages[here] = { ...kept.pages[here], asked: quizzes.length, answered };
        try {
            localStorage.setItem(KEY, JSON.stringify(kept));
        } catch { /* Private windows of some browsers. */ }
        show();
    };
    const stateOf = ({ end, asked, answered } = {}) => (end && answered >= asked ? 'done' : end || answered ? 'part' : 'open');

    // The pages of chapters, which have numbers in the contents.
    const links = [...document.querySelectorAll('#mdbook-sidebar .chapter-link-wrapper > a:has(strong)')];
    const ticks = links.map(link => {
        const tick = make('span', 'nn-tick');
        const said = make('span', 'nn-unseen');
        link.append(said);
        link.after(tick);
        return { address: addressOf(link.href), tick, said };
    });
    const forget = make('button', 'nn-forget', 'Forget what I have read');
    forget.type = 'button';
    forget.addEventListener('click', () => {
        kept = { pages: {}, choices: {} };
        for (const chosen of document.querySelectorAll('.nn-quiz :checked')) chosen.checked = false;
        try {
            localStorage.removeItem(KEY);
        } catch { /* There is nothing to forget. */ }
        show();
    });
    document.querySelector('#mdbook-sidebar .sidebar-scrollbox')?.append(forget);

    function show() {
        for (const { address, tick, said } of ticks) {
            tick.dataset.state = stateOf(kept.pages[address]);
            said.textContent = { done: ' (read)', part: ' (begun)', open: '' }[tick.dataset.state];
        }
        forget.hidden = Object.keys(kept.pages).length === 0;
        for (const card of document.querySelectorAll('.nn-cards [data-chapter]')) {
            const pages = ticks.filter(({ address }) => address.startsWith(`${card.dataset.chapter}/`));
            const done = pages.filter(({ tick }) => tick.dataset.state === 'done').length;
            const facts = card.querySelector('.nn-facts');
            facts.querySelector('.nn-pages')?.remove();
            if (done > 0) facts.append(make('span', 'nn-pages', `${done} of ${pages.length} pages read`));
        }
    }

    // The reason for a choice is in the page; who does not see it appear is told.
    for (const quiz of quizzes) {
        const status = make('p', 'nn-unseen');
        status.setAttribute('role', 'status');
        quiz.append(status);
        for (const input of quiz.querySelectorAll('input')) {
            input.checked = kept.choices[input.name] === input.id;
            input.addEventListener('change', () => {
                kept.choices[input.name] = input.id;
                status.replaceChildren(...input.parentElement.querySelector('.nn-why').cloneNode(true).childNodes);
                save();
            });
        }
    }
    const end = main?.querySelector('.nn-next');
    if (end && ticks.some(({ address }) => address === here)) {
        new IntersectionObserver(([entry], observer) => {
            if (!entry.isIntersecting) return;
            observer.disconnect();
            kept.pages[here] = { ...kept.pages[here], end: true };
            save();
        }).observe(end);
    }
    show();
})();
