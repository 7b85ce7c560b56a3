/** The package brings no types. Rings are [outer, ...holes]; the answer also carries its distance from the edges. */
declare module 'polylabel' {
  function polylabel(rings: [number, number][][], precision?: number): [number, number]
  export = polylabel
}
