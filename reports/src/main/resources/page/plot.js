// A count over time, who holds it, and who waits meanwhile.

const PLOT = { left: 132, right: 16, width: 1000, height: 96, lane: 19 };

function plot(run, told, view, go) {
    const steps = told.counts.length - 1;
    const shown = steps + 0.6; // so that what lasts to the end is seen to go on
    const x = step => PLOT.left + (PLOT.width - PLOT.left - PLOT.right) * step / shown;
    const least = Math.min(0, ...told.counts);
    const most = Math.max(1, ...told.counts);
    const y = count => 14 + (PLOT.height - 28) * (1 - (count - least) / (most - least));
    const lanes = [
        ...told.holdings.map(held => ({ name: held.owner + (held.refs === 1 ? '' : ' \u00d7' + held.refs), from: held.since,
            to: held.until, kind: 'held ' + ownerColour(held.owner) })),
        ...run.finding.waits.filter(wait => wait.how !== 'BLOCKED').map(wait => ({
            name: wait.task + ' ' + wait.how.toLowerCase(), from: wait.since, to: wait.until, kind: wait.how.toLowerCase() })),
    ];
    const total = PLOT.height + 22 + lanes.length * PLOT.lane;
    const line = told.counts.map((count, step) => (step === 0 ? 'M' + x(0) + ' ' + y(count) : 'H' + x(step) + 'V' + y(count))).join('')
        + 'H' + x(shown);
    const picture = svg('svg', { viewBox: '0 0 ' + PLOT.width + ' ' + total, role: 'img',
        'aria-label': 'Count of ' + told.what + ' after each step: ' + told.counts.join(', ') },
    levels(least, most).map(count => [
        svg('line', { class: 'grid', x1: PLOT.left, x2: PLOT.width - PLOT.right, y1: y(count), y2: y(count) }),
        svg('text', { class: 'dim', x: PLOT.left - 8, y: y(count) + 4, 'text-anchor': 'end' }, count)]),
    svg('path', { class: 'count', d: line }),
    ticks(steps).map(step => svg('text', { class: 'dim tick', x: x(step), y: PLOT.height + 8, 'text-anchor': 'middle' }, step)),
    lanes.map((lane, i) => [
        svg('text', { x: PLOT.left - 8, y: PLOT.height + 25 + i * PLOT.lane, 'text-anchor': 'end' }, short(lane.name),
            svg('title', {}, lane.name)),
        svg('rect', { class: lane.kind, x: x(lane.from), y: PLOT.height + 14 + i * PLOT.lane, height: 13, rx: 3,
            width: Math.max(x(lane.to === undefined ? shown : lane.to) - x(lane.from), 3) })]),
    view.at >= 0 && view.at <= steps && svg('line', { class: 'at', x1: x(view.at), x2: x(view.at), y1: 6, y2: total - 4 }));
    picture.addEventListener('click', event => {
        const box = picture.getBoundingClientRect();
        const at = ((event.clientX - box.left) / box.width * PLOT.width - PLOT.left)
            / (PLOT.width - PLOT.left - PLOT.right) * shown;
        go(Math.max(0, Math.min(steps, Math.round(at))));
    });
    return el('figure', {}, el('figcaption', {}, 'References of ', el('code', {}, told.what),
        ', who holds them, and who waits'), el('div', { class: 'wide' }, picture));
}

/** A task that holds something has its colour. */
function ownerColour(owner) {
    const actor = DATA.actors.find(name => owner === name || owner.endsWith(' of ' + name));
    return actor ? colour(actor) : '';
}

const short = text => text.length > 19 ? text.slice(0, 18) + '\u2026' : text;

/** At most five levels, and at most some thirty numbers of steps. */
function levels(least, most) {
    const by = Math.max(1, Math.ceil((most - least) / 4));
    return Array.from({ length: Math.floor((most - least) / by) + 1 }, (none, i) => least + i * by);
}

function ticks(steps) {
    const by = Math.ceil(steps / 30) || 1;
    return Array.from({ length: Math.floor(steps / by) + 1 }, (none, i) => i * by);
}
