// Everything that can be looked at, by name. Each view: (office, visitor, input) => Promise<Result<...>>. Routes ask `context.views`.
import { addForm, changeForm } from "./change-form";
import { anchoringForm } from "./anchoring-form";
import { switchPage } from "./switch-page";
import { templatePage } from "./template-page";
import { attachmentFile } from "./attachment-file";
import { attachments } from "./attachments";
import { uploadDoor } from "./upload-door";
import { account } from "./account";
import { administration } from "./administration";
import { byLawsPage } from "./by-laws-page";
import { casePaper, casePaperFile } from "./case-paper";
import { compareVersions } from "./compare-versions";
import { daysForm } from "./days-form";
import { decisionForm } from "./decision-form";
import { deputyPage } from "./deputy-page";
import { demoPeople } from "./demo-people";
import { disqualificationForm } from "./disqualification-form";
import { documentPage } from "./document";
import { documentFile } from "./document-file";
import { economyPage } from "./economy";
import { financingGround } from "./financing-ground";
import { groundsPage } from "./grounds-page";
import { handoverList, handoverPage, handoverPreview } from "./handovers";
import { invitation } from "./invitation";
import { journal } from "./journal";
import { letters } from "./letters";
import { milestone } from "./milestone";
import { milestoneList } from "./milestone-list";
import { myProjects } from "./my-projects";
import { people } from "./people";
import { projectFrame } from "./project-frame";
import { projectFront } from "./project-front";
import { projectPolicy } from "./project-policy";
import { recordForm } from "./record-form";
import { submissionForm } from "./submission-form";
import { timeline } from "./timeline";
import { turnForm } from "./turn-form";
import { checkedArchive, verifyPage } from "./verify";
import { versionPage, versionsPage } from "./versions";
import { welcome } from "./welcome";
import { myTasks } from "./my-tasks";
import { unsubscription } from "./unsubscription";

export const views = {
  account,
  addForm,
  anchoringForm,
  changeForm,
  switchPage,
  templatePage,
  administration,
  casePaper,
  casePaperFile,
  compareVersions,
  byLawsPage, daysForm, decisionForm,
  demoPeople,
  deputyPage,
  disqualificationForm,
  checkedArchive,
  documentFile,
  documentPage,
  economyPage,
  financingGround,
  groundsPage,
  handoverList,
  handoverPage,
  handoverPreview,
  invitation,
  journal,
  letters,
  milestone,
  milestoneList,
  myProjects,
  people,
  projectFrame,
  projectFront,
  projectPolicy,
  recordForm,
  submissionForm,
  timeline,
  turnForm,
  verifyPage,
  versionPage,
  versionsPage,
  welcome,
  myTasks,
  attachmentFile,
  attachments,
  uploadDoor,
  unsubscription,
};
