// Asks both engines about this page, and says of each violation whether it is one of the exceptions: [engine, rule, selector].
async (exceptions) => {
  const found = [...(await byAxe()), ...(await byIbm())];
  const excused = new Set();
  const violations = found.filter(({ kind, engine, rule, element }) => {
    if (kind !== 'violation') return false;
    const index = exceptions.findIndex((one) => one[0] === engine && one[1] === rule && element?.matches?.(one[2]));
    if (index >= 0) excused.add(index);
    return index < 0;
  });
  const rules = (kind) => found.filter((one) => one.kind === kind).map(({ engine, rule }) => `${engine} ${rule}`);
  return {
    violations: violations.map(({ engine, rule, element, message }) => ({ engine, rule, element: short(element), message })),
    excused: [...excused],
    questions: rules('question'),
    passed: rules('passed').length,
  };

  async function byAxe() {
    // Experimental rules and those of level AAA are off unless they are named.
    const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
    // An owner's colours are corrected to what level AA wants.
    if (document.documentElement.dataset.theme === 'owner') delete rules['color-contrast-enhanced'];
    const { violations, incomplete, passes } = await axe.run({ rules, elementRef: true });
    const of = (kind, results) =>
      results.flatMap(({ id, nodes }) =>
        nodes.map(({ element, failureSummary }) => ({ kind, engine: 'axe', rule: id, element, message: failureSummary })),
      );
    return [...of('violation', violations), ...of('question', incomplete), ...of('passed', passes)];
  }

  async function byIbm() {
    const { results } = await new ace.Checker().check(document, ['IBM_Accessibility', 'WCAG_2_2']);
    const kinds = { FAIL: 'violation', POTENTIAL: 'question', MANUAL: 'question', PASS: 'passed' };
    return results.map(({ ruleId, value, node, message }) => ({
      kind: kinds[value[1]],
      engine: 'ibm',
      rule: ruleId,
      element: node,
      message,
    }));
  }

  /** `dialog > … > input.other[name=reason]`, without what stands between. */
  function short(element) {
    if (!element?.localName) return element?.nodeName ?? '';
    const { localName, id, classList, parentElement } = element;
    const name = element.getAttribute('name');
    const self = `${localName}${id && `#${id}`}${[...classList].map((one) => `.${one}`).join('')}${name ? `[name="${name}"]` : ''}`;
    return parentElement ? `${parentElement.localName} > ${self}` : self;
  }
}
