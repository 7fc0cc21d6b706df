// A few small things. Without this script the pages can still be read.

(() => {
    // The button of the contents works the box that mdBook's style sheet listens to.
    const box = document.getElementById('mdbook-sidebar-toggle-anchor');
    document.getElementById('mdbook-sidebar-toggle')?.addEventListener('click', () => box.click());

    // A screen reader reads by the arrow keys, with which mdBook turns the page. A switch keeps them from it.
    const arrows = document.querySelector('.nn-arrows');
    const store = 'nn-arrows';
    const remembered = () => {
        try {
            return localStorage.getItem(store) !== 'off';
        } catch {
            return true;
        }
    };
    const switchArrows = on => {
        arrows.ariaChecked = on;
        for (const link of document.querySelectorAll('.nav-chapters, .mobile-nav-chapters')) {
            link.ariaKeyShortcuts = on ? (link.rel === 'prev' ? 'Left' : 'Right') : null;
        }
    };
    if (arrows) {
        switchArrows(remembered());
        arrows.addEventListener('click', () => {
            const on = arrows.ariaChecked !== 'true';
            switchArrows(on);
            try {
                localStorage.setItem(store, on ? 'on' : 'off');
            } catch {
                // Then it holds for this page.
            }
        });
        // What turns the page listens one step further out.
        document.documentElement.addEventListener('keydown', event => {
            if (arrows.ariaChecked !== 'true' && ['ArrowLeft', 'ArrowRight'].includes(event.key)) event.stopPropagation();
        });
    }

    // What can scroll sideways can be reached by the keyboard; what cannot scroll is no stop on the way.
    const wide = document.querySelectorAll('.table-wrapper, .nn-formula, pre > code');
    const update = () => {
        for (const element of wide) {
            if (element.scrollWidth > element.clientWidth) {
                element.tabIndex = 0;
            } else {
                element.removeAttribute('tabindex');
            }
        }
    };
    update();
    document.fonts?.ready.then(update);
    window.addEventListener('resize', update);
    document.addEventListener('toggle', update, true);

    // The symbols have their colours in code too.
    for (const code of document.querySelectorAll('pre > code.language-rust')) {
        const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) {
            if (!walker.currentNode.parentElement.closest('.hljs-comment, .hljs-string')) texts.push(walker.currentNode);
        }
        for (const text of texts) {
            const pieces = text.data.split(/\b(y_hat|[wxyah])\b/);
            if (pieces.length === 1) continue;
            text.replaceWith(...pieces.map((piece, at) => (at % 2 === 0
                ? piece
                : Object.assign(document.createElement('span'), { className: `nn-${piece.replace('_', '')}`, textContent: piece }))));
        }
    }

    // A figure that can be moved is loaded when it comes near. The book in one piece, made for paper, leaves them
    // still.
    const near = new IntersectionObserver(entries => {
        for (const { isIntersecting, target } of entries) {
            if (!isIntersecting) continue;
            near.unobserve(target);
            // Its address is counted from the top of the site, and the page may lie deeper.
            target.dataset.widget = new URL(path_to_root + target.dataset.widget, document.baseURI).href;
            const script = target.dataset.script ? path_to_root + target.dataset.script : target.dataset.widget;
            import(new URL(`${script}.js`, document.baseURI)).then(script => script.default(target));
        }
    }, { rootMargin: '600px' });
    const moving = document.querySelectorAll('[data-widget]');
    for (const figure of moving.length > 1 ? [] : moving) {
        if (figure.dataset.broken) {
            figure.querySelector('svg').insertAdjacentHTML('afterend', '<p class="nn-note" role="status"></p>');
            figure.querySelector('.nn-note').textContent = figure.dataset.broken;
        } else {
            near.observe(figure);
        }
    }

    // The search is loaded when it is asked for: by its button, by its keys, or by an address that comes from its
    // results.
    const button = document.getElementById('mdbook-search-toggle');
    const bar = document.getElementById('mdbook-searchbar');
    // A Russian word is looked for without its ending: the search finds all words that begin like the rest.
    const ending = /(?<=.{3})(?:[аоуыёюйь]|е[кмй]?|[её]в|е[её]?|его|ему|и[ейимхюя]?|ами?|ах|ая|ями?|ях|яя?|ими|ией|ием|ия[мх]|иями|о[вейкм]|ого|ому|ую|ы[ейхм]|ыми|ь[еюя]|юю|ём)$/;
    const readRussian = () => {
        const { stemmer: english, Pipeline } = window.elasticlunr;
        window.elasticlunr.stemmer = word => (/[а-яё]/.test(word) ? word.replace(ending, '') : english(word));
        Object.assign(window.elasticlunr.stemmer, { label: english.label });
        Pipeline.registeredFunctions[english.label] = window.elasticlunr.stemmer;
    };
    const load = async () => {
        button.removeEventListener('click', open);
        document.removeEventListener('keydown', keys);
        for (const src of window.nnSearchScripts) {
            await new Promise((done, failed) => {
                document.head.append(Object.assign(document.createElement('script'), { src, onload: done, onerror: failed }));
            });
            // Before the index is read, which takes the stemmer by its name.
            if (src === window.nnSearchScripts[0]) readRussian();
        }
    };
    const open = async () => {
        // What is typed while the scripts are on their way stays.
        document.getElementById('mdbook-search-wrapper').classList.remove('hidden');
        bar.focus();
        await load();
        button.click();
        bar.setSelectionRange(bar.value.length, bar.value.length);
    };
    const keys = event => {
        const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
        if (plain && ['s', '/'].includes(event.key) && !mdbook_something_else_has_focus(event)) {
            event.preventDefault();
            open();
        }
    };
    if (!button || !window.nnSearchScripts) return;
    if (/[?&](search|highlight)=/.test(location.search)) {
        load();
    } else {
        button.addEventListener('click', open);
        document.addEventListener('keydown', keys);
    }
})();
