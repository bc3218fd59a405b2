/** How times and days looked in all that was seen. Parsing takes other forms, too. */

/** ISO 8601, seconds optional, 0 to 9 fraction digits, `Z` or an offset (`+00:00`, `+0000`, `+00`). */
export const usualTimestamp =
  /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9](?::(?:[0-5][0-9]|60)(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)$/;

/** `YYYY-MM-DD` */
export const usualDate = /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;
