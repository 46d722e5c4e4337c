/** Text that means nothing but itself in CommonMark. */
export const plain = (text: string): string => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');

/** The same, but for the `**` of a notice. */
export const marked = (text: string): string => text.split('**').map(plain).join('**');
