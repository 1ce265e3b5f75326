// Everything that can be looked at, by name. Each view: (office, visitor, input) => Promise<Result<...>>. Routes ask `context.views`.

export const views = {};
