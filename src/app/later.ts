/** A function whose module is loaded when it is first called: all commands together take longer to load than most run. */
export function later<Called extends (...given: never[]) => unknown>(load: () => Called): Called {
  return ((...given) => load()(...given)) as Called;
}
