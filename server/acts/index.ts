// Everything that can be done with consequences, by name. Each act: (office, visitor, input) => Promise<Result<...>>. Routes call `context.acts`.

import { acceptInvitation } from "./accept-invitation";
import { endMembership } from "./end-membership";
import { foundProject } from "./found-project";
import { inviteMember } from "./invite-member";
import { revokeInvitation } from "./revoke-invitation";

export const acts = {
  acceptInvitation,
  endMembership,
  foundProject,
  inviteMember,
  revokeInvitation,
};
