package io.casewire.ingest.inbox;

import io.casewire.contracts.id.SourceId;
import io.casewire.contracts.parsed.DiagnosticRecord;
import io.casewire.ingest.blob.Blobs;
import io.casewire.ingest.blob.DamagedBlob;
import io.casewire.ingest.blob.Ndjson;
import io.casewire.ingest.inbox.Report.MemberEnd;
import io.casewire.ingest.upload.ArchiveContents;
import io.casewire.ingest.upload.ArchiveContents.Member;
import io.casewire.ingest.upload.ParseResult;
import io.casewire.ingest.upload.Upload;
import io.casewire.ingest.upload.UploadState;
import io.casewire.ingest.upload.Uploads;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the report of a file that is through; an archive is when all of its files are. */
@Component
class Reports {
    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    private final Uploads uploads;
    private final Blobs blobs;

    Reports(Uploads uploads, Blobs blobs) {
        this.uploads = uploads;
        this.blobs = blobs;
    }

    /** Empty where it, or a file of the archive that it is, has not come to its end. */
    Optional<Report> of(String file, Shape shape, Upload upload) {
        if (!upload.state().isFinal()) {
            return Optional.empty();
        }
        ArchiveContents contents = upload.contents();
        if (contents != null && !areThrough(contents.members())) {
            return Optional.empty();
        }
        @Nullable
        List<MemberEnd> members = contents == null
                ? null
                : contents.members().stream().map(this::end).toList();
        return Optional.of(Report.of(file, shape, upload, members, diagnostics(upload)));
    }

    private boolean areThrough(List<Member> members) {
        Map<String, UploadState> states =
                uploads.states(members.stream().map(Member::id).toList());
        return states.values().stream().allMatch(UploadState::isFinal);
    }

    private MemberEnd end(Member member) {
        return uploads.find(new SourceId(member.id()))
                .map(upload ->
                        new MemberEnd(member.name(), upload.id(), upload.state().name(), upload.refusal()))
                .orElseGet(() -> new MemberEnd(member.name(), member.id(), Report.REMOVED, null));
    }

    private List<DiagnosticRecord> diagnostics(Upload upload) {
        ParseResult parse = upload.parse();
        if (parse == null) {
            return List.of();
        }
        try {
            return Ndjson.read(blobs.read(parse.diagnostics()), DiagnosticRecord.class);
        } catch (DamagedBlob e) {
            LOG.warn("What was noticed in {} is missing in its report", upload.id(), e);
            return List.of();
        }
    }
}
