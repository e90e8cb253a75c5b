using System.Text.Json;
using JourneyApps.Emulator.Attachments;
using JourneyApps.Emulator.ChangeLog;
using JourneyApps.Emulator.Http;
using JourneyApps.Emulator.Models;
using JourneyApps.Emulator.Storage;
using JourneyApps.Emulator.Users;

namespace JourneyApps.Emulator.Writing;

/// <summary>
/// Writes objects in one transaction: validates, stores, and appends to the change log. An operation that fails leaves no trace, so a batch
/// goes on behind it.
/// </summary>
internal sealed class ObjectWriter(DatabaseSession session, ServedSchema schema, Assumptions assumptions, SequenceClock clock, long now, UploadSet uploads, bool fromForm)
{
    /// <summary>What was done, in order.</summary>
    public List<LogEntry> Changes { get; } = [];

    /// <summary>Creates an object.</summary>
    /// <param name="model">The model.</param>
    /// <param name="id">The id that the caller chose, or <see langword="null"/>.</param>
    /// <param name="body">The values.</param>
    public StoredRow Create(ServedModel model, string? id, JsonElement body)
    {
        if (id is not null)
        {
            RequireValidId(id);
            if (ObjectTable.Exists(session, model, id)) throw WriteContext.Invalid($"A {model.Name} with ID '{id}' exists already.");
        }

        WriteContext context = NewContext();
        StoredRow row = new(id ?? ObjectId.New(), now, ObjectDocument.Replace(model, body, context));
        ObjectTable.Insert(session, model, row);
        Finish(context, LogOperation.Create, model, row);
        return row;
    }

    /// <summary>Replaces an object or creates it.</summary>
    public StoredRow Put(ServedModel model, string id, JsonElement body, out bool created)
    {
        RequireValidId(id);
        WriteContext context = NewContext();
        StoredRow row = new(id, now, ObjectDocument.Replace(model, body, context));
        created = !ObjectTable.Exists(session, model, id);
        if (created) ObjectTable.Insert(session, model, row);
        else ObjectTable.Update(session, model, row);
        Finish(context, created ? LogOperation.Create : LogOperation.Update, model, row);
        return row;
    }

    /// <summary>Changes what the body names.</summary>
    public StoredRow Patch(ServedModel model, string id, JsonElement body)
    {
        StoredRow existing = ObjectTable.Find(session, model, id) ?? throw new ApiException(ApiError.ObjectNotFound(model.Name, id));
        WriteContext context = NewContext();
        StoredRow row = new(id, now, ObjectDocument.Patch(model, body, existing.Json, context));
        ObjectTable.Update(session, model, row);
        Finish(context, LogOperation.Update, model, row);
        return row;
    }

    /// <summary>Removes an object. Nothing cascades: links to it stay as they are.</summary>
    public void Delete(ServedModel model, string id)
    {
        if (ObjectTable.Find(session, model, id) is not { } existing)
        {
            if (assumptions.DeleteMissingSucceeds) return;
            throw new ApiException(ApiError.ObjectNotFound(model.Name, id));
        }

        ObjectTable.Delete(session, model, id);
        if (model == schema.AppUser) Users.UserTable.LockAndWipe(session, id);
        Finish(NewContext(), LogOperation.Delete, model, existing with { UpdatedAt = now });
    }

    private void RequireValidId(string id)
    {
        if (!ObjectId.IsValid(id, assumptions)) throw WriteContext.Invalid($"Invalid id '{id}': a lower-case UUID expected.");
    }

    private WriteContext NewContext() => new(Exists, assumptions, uploads, fromForm, now);

    private bool Exists(string model, string id) => schema.Find(model) is { } other && ObjectTable.Exists(session, other, id);

    private void Finish(WriteContext context, LogOperation operation, ServedModel model, StoredRow row)
    {
        foreach ((StoredAttachment attachment, Upload upload) in context.Taken) AttachmentTable.Insert(session, attachment, upload.Chunks);
        LogEntry entry = new(clock.Next(), operation, model.Name, row);
        LogTable.Append(session, entry);
        Changes.Add(entry);
    }
}
