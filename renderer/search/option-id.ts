/** Id in the page of the list of dossiers found. */
export const listId = 'found-dossiers';

/** Id in the page of a dossier found, so that the input can say which one is chosen. */
export const optionId = (dossier: string): string => `found-${dossier}`;
