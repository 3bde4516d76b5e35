/** Part of an expression in CEL, from where to where. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface Operator extends Span {
  /** `&&`, or what ends an operand of it: another operator, a comma, a bracket. */
  readonly text: string;
  readonly depth: number;
}

const TOKENS = /'(?:[^'\\]|\\.)*'|&&|\|\||[()[\]{},]| \? | : /g;

/** An expression that lost an operand of an `&&`. */
export interface Weaker {
  readonly expression: string;
  readonly lost: string;
}

/** The expression once for each operand of an `&&` in it, at any depth, with that operand left out. */
export function withoutOneConjunct(expression: string): readonly Weaker[] {
  const operators = operatorsIn(expression);
  return operators.flatMap((operator, index) => {
    if (operator.text !== '&&') return [];
    const before = operators.slice(0, index).reverse().find(isBeside(operator));
    const after = operators.slice(index + 1).find(isBeside(operator));
    const [start, end] = [before?.to ?? 0, after?.from ?? expression.length];
    const withoutRight = {
      expression: `${expression.slice(0, operator.from).trimEnd()}${spaceFor(after)}${expression.slice(end)}`,
      lost: expression.slice(operator.to, end).trim(),
    };
    // The left operand of the second && is the right operand of the first.
    if (before?.text === '&&') return [withoutRight];
    const rest = expression.slice(operator.to).trimStart();
    const withoutLeft = {
      expression: `${expression.slice(0, start)}${spaceFor(before)}${rest}`,
      lost: expression.slice(start, operator.from).trim(),
    };
    return [withoutLeft, withoutRight];
  });
}

function operatorsIn(expression: string): readonly Operator[] {
  let depth = 0;
  return [...expression.matchAll(TOKENS)].flatMap((match) => {
    const [text] = match;
    if (text.startsWith("'")) return [];
    if ('([{'.includes(text)) depth += 1;
    // A bracket belongs to what is inside of it.
    const operator = { text, depth, from: match.index, to: match.index + text.length };
    if (')]}'.includes(text)) depth -= 1;
    return [operator];
  });
}

/** Whether an operand of `operator` ends there. */
const isBeside =
  (operator: Operator) =>
  (other: Operator): boolean =>
    other.depth === operator.depth;

const spaceFor = (beside: Operator | undefined): string =>
  /^(&&|\|\||,)$/.test(beside?.text ?? '') ? ' ' : '';
