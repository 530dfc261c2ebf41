/**
 * Condition: a dossier with one of these marks (bits of shared/dossier/marks.ts). The few sums of marks that stand in the index are sought
 * out one by one, and then only the dossiers of the sums with the bit are read, however many others are open.
 */
export const markedWith = (bits: number): string =>
  `marks <> 0 AND marks IN (
     WITH RECURSIVE found (sum) AS (
       SELECT min(marks) FROM dossier WHERE marks <> 0
       UNION ALL
       SELECT (SELECT min(marks) FROM dossier WHERE marks <> 0 AND marks > sum) FROM found WHERE sum IS NOT NULL)
     SELECT sum FROM found WHERE sum & ${bits})`;
