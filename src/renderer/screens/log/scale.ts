/**
 * Higher than this no element is made: Firefox ends at 17.8 million pixels, Chromium at 33.5 million, where positions are exact to
 * two pixels only.
 */
export const HIGHEST_PX = 16_000_000

/** How a list that is higher than any element can be is scrolled through one that is not. */
export interface Scale {
  /** Pixels of the list for one of scrolling: whole, so that nothing moves while rows are added at the end. */
  readonly factor: number
  /** Of the element that is scrolled, when so much of it is in sight. */
  elementHeight(viewHeight: number): number
  /** Which part of the list is at the upper edge. */
  toList(scrollTop: number): number
  toScroll(listTop: number): number
}

/** @param listHeight of all rows together. */
export function scaleOf(listHeight: number): Scale {
  const factor = Math.max(1, Math.ceil(listHeight / HIGHEST_PX))
  return {
    factor,
    // The end of scrolling is the end of the list, and what is in sight is as high as it is.
    elementHeight: viewHeight =>
      Math.max(0, listHeight - viewHeight) / factor + Math.min(viewHeight, listHeight),
    toList: scrollTop => scrollTop * factor,
    toScroll: listTop => listTop / factor
  }
}
