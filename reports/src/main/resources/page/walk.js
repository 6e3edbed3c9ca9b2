// Going on by hand: what can be done next, and which claims are true where one stands.

/** What can be done after the step at hand. */
function nextSteps(run, at, node, act) {
    const title = el('h2', {}, 'Next');
    if (!node) {
        return el('section', { class: 'card next' }, title, el('p', { class: 'dim' },
            'This model is too large to stand in a page. To choose steps yourself: '), el('pre', {}, DATA.explore));
    }
    return el('section', { class: 'card next', 'aria-label': 'What can be done next' }, title,
        run.walked && el('p', { class: 'tools' },
            el('button', { type: 'button', onclick: act.undo, title: 'u' }, 'Undo'), ' ',
            el('button', { type: 'button', onclick: act.back }, 'Back to the finding')),
        node.moves.length === 0 && el('p', {}, 'Nothing: nobody can move.'),
        el('ol', {}, node.moves.map((move, position) => el('li', {}, moveButton(run, at, move, position, act)))),
        act.nearest && el('p', { class: 'tools' }, el('button', { type: 'button', onclick: act.nearest },
            'Go to the nearest state that breaks a claim')));
}

function moveButton(run, at, move, position, act) {
    const step = move.label;
    const taken = at < run.length && run.numbers[at + 1] === move.to && run.steps[at].step === step.step
        && run.steps[at].actor === step.actor;
    const what = [...step.choices, ...step.kept].join(', ');
    return el('button', { type: 'button', class: 'move ' + colour(step.actor) + (taken ? ' taken' : ''),
        onclick: () => taken ? act.go(at + 1) : act.choose(position) },
    el('span', { class: 'who' }, step.actor), ' ', step.step + ' ' + step.text, what && el('span', { class: 'kept' }, ' [' + what + ']'),
    taken && el('span', { class: 'dim' }, run.walked ? ' as you chose' : ' as here'),
    move.breaks.map(claim => el('span', { class: 'breaks' }, ' breaks ' + DATA.findings[claim].id)),
    step.effects.length > 0 && el('span', { class: 'effect', title: step.effects.join('\n') }, arrowed(step.effects.map(effect => effect.replace(/^\* /, '')).join('; '))));
}

/** The claims about states that are false in one. */
const brokenIn = node => DATA.findings.filter((finding, claim) =>
    finding.kind !== 'sometimes' && node.marks.includes(claim));

/** Which claims about states are true where one stands. */
function claims(node) {
    if (!node) {
        return null;
    }
    const about = DATA.findings.map((finding, claim) => ({ finding, claim }))
        .filter(one => ['invariant', 'deadlock', 'sometimes'].includes(one.finding.kind));
    const chip = one => {
        const marked = node.marks.includes(one.claim);
        const sometimes = one.finding.kind === 'sometimes';
        const kind = marked ? (sometimes ? 'happens' : 'broken') : (sometimes ? 'quiet' : 'true');
        const words = { happens: 'happens here', broken: 'false here', quiet: 'not here', true: 'true here' };
        return el('li', { class: kind, title: one.finding.property + ', ' + words[kind] + ': ' + one.finding.claim },
            el('span', { 'aria-hidden': 'true' }, { happens: '\u25cf', broken: '\u2717', quiet: '\u25cb', true: '\u2713' }[kind] + ' '),
            one.finding.id, el('span', { class: 'hidden' }, ' ' + words[kind]));
    };
    const broken = brokenIn(node);
    return about.length > 0 && el('section', { class: 'card claims', 'aria-label': 'Claims in this state' },
        el('h2', {}, 'Claims in this state', el('span', { class: 'dim' },
            broken.length === 0 ? ' none is false' : ' ' + broken.length + ' false')),
        broken.map(finding => el('p', { class: 'broken' }, el('b', {}, finding.id), ' ' + finding.claim)),
        el('ul', { class: 'chips' }, about.map(chip)));
}
