/** A callback that is run and, with its types, compiled. */
export const suppress = "data.active = data.payload.type === 'CommentCreatedEvent';";
