/** Id in the page of a dossier in a list of those found, so that its field can say which one is chosen. */
export const optionId = (list: string, dossier: string): string => `${list}-${dossier}`;
