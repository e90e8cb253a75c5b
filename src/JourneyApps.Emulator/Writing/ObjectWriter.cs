using JourneyApps.Emulator.Attachments;
using JourneyApps.Emulator.Objects;
using JourneyApps.Emulator.Oplog;
using JourneyApps.Emulator.Users;

namespace JourneyApps.Emulator.Writing;

/// <summary>Validates and stores objects in one transaction and appends to the oplog. An operation that fails changes nothing.</summary>
internal sealed class ObjectWriter(
    DatabaseSession session, ServedSchema schema, Assumptions assumptions, SequenceClock clock, long now, UploadSet uploads, bool fromForm)
{
    /// <summary>The changes, in order.</summary>
    public List<OplogEntry> Changes { get; } = [];

    /// <summary>Creates an object.</summary>
    /// <param name="model">The model.</param>
    /// <param name="id">The id that the caller chose, or <see langword="null"/>.</param>
    /// <param name="body">The values.</param>
    public StoredRow Create(ServedModel model, string? id, JsonElement body)
    {
        if (id is not null)
        {
            RequireValidId(id);
            if (ObjectTable.Exists(session, model, id)) throw ApiException.InvalidValue($"A {model.Name} with ID '{id}' exists already.");
        }

        InputContext context = NewContext();
        StoredRow row = new(id ?? ObjectId.New(), now, ObjectDocument.Replace(model, body, context));
        ObjectTable.Insert(session, model, row);
        Finish(context, OplogOperation.Create, model, row);
        return row;
    }

    /// <summary>Replaces an object or creates it.</summary>
    public StoredRow Put(ServedModel model, string id, JsonElement body, out bool created)
    {
        RequireValidId(id);
        InputContext context = NewContext();
        StoredRow row = new(id, now, ObjectDocument.Replace(model, body, context));
        created = !ObjectTable.Exists(session, model, id);
        if (created) ObjectTable.Insert(session, model, row);
        else ObjectTable.Update(session, model, row);
        Finish(context, created ? OplogOperation.Create : OplogOperation.Update, model, row);
        return row;
    }

    /// <summary>Changes the members in the body.</summary>
    public StoredRow Patch(ServedModel model, string id, JsonElement body)
    {
        StoredRow existing = ObjectTable.Find(session, model, id) ?? throw new ApiException(ApiError.ObjectNotFound(model.Name, id));
        InputContext context = NewContext();
        StoredRow row = new(id, now, ObjectDocument.Patch(model, body, existing.Json, context));
        ObjectTable.Update(session, model, row);
        Finish(context, OplogOperation.Update, model, row);
        return row;
    }

    /// <summary>Removes an object. Links to it stay.</summary>
    public void Delete(ServedModel model, string id)
    {
        if (ObjectTable.Find(session, model, id) is not { } existing)
        {
            if (assumptions.DeleteMissingSucceeds) return;
            throw new ApiException(ApiError.ObjectNotFound(model.Name, id));
        }

        ObjectTable.Delete(session, model, id);
        if (model == schema.AppUser) UserTable.LockAndWipe(session, id);
        Finish(NewContext(), OplogOperation.Delete, model, existing with { UpdatedAt = now });
    }

    private void RequireValidId(string id)
    {
        if (!ObjectId.IsValid(id, assumptions)) throw ApiException.InvalidValue($"Invalid id '{id}': a lower-case UUID expected.");
    }

    private InputContext NewContext() => new(Exists, assumptions, uploads, fromForm, now);

    private bool Exists(string model, string id) => schema.Find(model) is { } other && ObjectTable.Exists(session, other, id);

    private void Finish(InputContext context, OplogOperation operation, ServedModel model, StoredRow row)
    {
        foreach ((StoredAttachment attachment, Upload upload) in context.Uploaded)
        {
            AttachmentTable.Insert(session, attachment, upload.Chunks);
        }
        OplogEntry entry = new(clock.Next(), operation, model.Name, row);
        OplogTable.Append(session, entry);
        Changes.Add(entry);
    }
}
