/** Id in the page of a dossier found, so that the input can say which one is chosen. */
export const optionId = (dossier: string): string => `found-${dossier}`;
