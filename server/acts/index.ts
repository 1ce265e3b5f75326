// Everything that can be done with consequences, by name. Each act: (office, visitor, input) => Promise<Result<...>>. Routes call `context.acts`.
import { addMilestone } from "./add-milestone";
import { anchorMilestone, unanchorMilestone } from "./anchor-milestone";
import { answerSwitch } from "./answer-switch";
import { proposeSwitch } from "./propose-switch";
import { changeMilestone } from "./change-milestone";
import { leaveOutMilestone, takeInMilestone } from "./leave-out-milestone";
import { reorderMilestone } from "./reorder-milestone";
import { addAttachment } from "./add-attachment";
import { dropFile, receiveFile } from "./receive-file";
import { removeAttachment } from "./remove-attachment";
import { acceptInvitation } from "./accept-invitation";
import { bringBackVersion } from "./bring-back-version";
import { decideMilestone } from "./decide-milestone";
import { declareDisqualification } from "./declare-disqualification";
import { endMembership } from "./end-membership";
import { fetchArchive } from "./fetch-archive";
import { foundProject } from "./found-project";
import { handOver } from "./hand-over";
import { inviteMember } from "./invite-member";
import { meetCondition } from "./meet-condition";
import { endDeputy, nameDeputy } from "./name-deputy";
import { nameVersion } from "./name-version";
import { recordDecisionElsewhere } from "./record-decision-elsewhere";
import { recordEvent } from "./record-event";
import { renamePerson } from "./rename-person";
import { revokeInvitation } from "./revoke-invitation";
import { scheduleMilestone } from "./schedule-milestone";
import { greetDemoPerson } from "./greet-demo-person";
import { setPreference } from "./set-preference";
import { startFinancing } from "./start-financing";
import { startMilestone } from "./start-milestone";
import { stateFact } from "./state-fact";
import { submitMilestone } from "./submit-milestone";
import { turnMilestone } from "./turn-milestone";
import { writeAnchoring } from "./write-anchoring";
import { chooseNotices } from "./choose-notices";
import { makeCalendar } from "./make-calendar";
import { openNotice } from "./open-notice";
import { revokeCalendar } from "./revoke-calendar";
import { seeMilestone } from "./see-milestone";
import { setCalendarTitles } from "./set-calendar-titles";
import { stopLetters } from "./stop-letters";

export const acts = {
  acceptInvitation,
  addMilestone,
  anchorMilestone,
  unanchorMilestone,
  answerSwitch,
  proposeSwitch,
  changeMilestone,
  leaveOutMilestone,
  reorderMilestone,
  takeInMilestone,
  bringBackVersion,
  decideMilestone,
  addAttachment,
  receiveFile,
  dropFile,
  removeAttachment,
  declareDisqualification,
  endDeputy,
  endMembership,
  fetchArchive,
  foundProject,
  handOver,
  inviteMember,
  meetCondition,
  nameDeputy,
  nameVersion,
  recordDecisionElsewhere,
  recordEvent,
  renamePerson,
  revokeInvitation,
  scheduleMilestone,
  greetDemoPerson,
  setPreference,
  startFinancing,
  startMilestone,
  stateFact,
  submitMilestone,
  turnMilestone,
  writeAnchoring,
  chooseNotices,
  makeCalendar,
  openNotice,
  revokeCalendar,
  seeMilestone,
  setCalendarTitles,
  stopLetters,
};
