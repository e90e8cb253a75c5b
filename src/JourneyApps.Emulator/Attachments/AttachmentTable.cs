using Microsoft.Data.Sqlite;

namespace JourneyApps.Emulator.Attachments;

/// <summary>The stored files. Files are never removed, so URLs that were returned remain valid.</summary>
internal static class AttachmentTable
{
    public static void Insert(DatabaseSession session, StoredAttachment attachment, IReadOnlyList<ReadOnlyMemory<byte>> chunks)
    {
        session.Execute(
            "INSERT INTO attachments(id, file_name, media_type, size, sha, state) VALUES(?1, ?2, ?3, ?4, ?5, ?6)",
            attachment.Id, attachment.FileName, attachment.MediaType, attachment.Size, attachment.Sha, attachment.State);
        for (int i = 0; i < chunks.Count; i++)
        {
            session.Execute(
                "INSERT INTO attachment_chunks(attachment, number, data) VALUES(?1, ?2, ?3)", attachment.Id, i, chunks[i].ToArray());
        }
    }

    public static StoredAttachment? Find(DatabaseSession session, string id)
    {
        using SqliteDataReader reader = session.Query("SELECT file_name, media_type, size, sha, state FROM attachments WHERE id = ?1", id);
        return reader.Read()
            ? new(id, reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetString(3), reader.GetString(4))
            : null;
    }

    public static List<ReadOnlyMemory<byte>> Content(DatabaseSession session, string id)
    {
        using SqliteDataReader reader = session.Query("SELECT data FROM attachment_chunks WHERE attachment = ?1 ORDER BY number", id);
        List<ReadOnlyMemory<byte>> chunks = [];
        while (reader.Read()) chunks.Add(reader.GetFieldValue<byte[]>(0));
        return chunks;
    }

    public static bool SetState(DatabaseSession session, string id, string state)
        => session.Execute("UPDATE attachments SET state = ?2 WHERE id = ?1", id, state) > 0;
}
