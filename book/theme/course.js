// Two small things for the keyboard. Without this script the pages can still be read.

(() => {
    // The button of the contents works the box that mdBook's style sheet listens to.
    const box = document.getElementById('mdbook-sidebar-toggle-anchor');
    document.getElementById('mdbook-sidebar-toggle')?.addEventListener('click', () => box.click());

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
})();
