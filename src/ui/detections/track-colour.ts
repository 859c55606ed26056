/** Told apart on any picture, and from one another by common forms of colour blindness (after Okabe and Ito, 2008). */
const COLOURS = ['#56b4e9', '#e69f00', '#009e73', '#f0e442', '#cc79a7', '#d55e00'] as const;

export const trackColour = (position: number): string => COLOURS[position % COLOURS.length] ?? COLOURS[0];
