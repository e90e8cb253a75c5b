using JourneyApps.Internal.Objects.Records;
using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Serialization.Tracking;
using JourneyApps.Schema;

namespace JourneyApps.Internal.Objects.Codecs;

/// <summary>Generated models.</summary>
internal sealed class ModelCodec<TModel> : ObjectCodec<TModel>
    where TModel : class, IModel<TModel>
{
    internal static readonly ModelCodec<TModel> Instance = new();

    private ModelCodec() { }

    internal override string Model => TModel.Info.Name;

    internal override string IdOf(TModel item) => item.State.Id;

    internal override DateTimeOffset? UpdatedAtOf(TModel item) => item.State.UpdatedAt;

    internal override bool IsNew(TModel item) => item.State.IsNew;

    internal override bool HasChanges(TModel item) => item.State.HasChanges;

    internal override TModel ReadObject(ReadOnlySpan<byte> json)
    {
        try
        {
            return ModelJson.Read<TModel>(json);
        }
        catch (JsonValueException fault)
        {
            throw IsMalformed(fault) ? new JsonException(fault.Message, fault) : new UnreadableObjectException(fault);
        }
    }

    internal override ModelPage<TModel> ReadPage(ReadOnlySpan<byte> json)
    {
        try
        {
            return ModelJson.ReadPage<TModel>(json);
        }
        catch (JsonValueException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    internal override WriteScope Begin(TModel item, WriteKind kind) => new(ModelWrites.Begin(item, kind), null);

    internal override void WriteBody(TModel item, in WriteScope scope, WriteKind kind, bool isBatch, JsonBody body)
    {
        if (isBatch) ModelJson.WriteFlat(item, scope.Members, kind, body);
        else ModelJson.WriteWrapped(item, scope.Members, kind, body);
    }

    internal override void Complete(TModel item, TModel answer)
    {
        ModelWrites.Complete(item, answer);
        item.OnStateChanged();
    }

    internal override void CompleteUnread(TModel item, in FieldMask uploads)
    {
        ModelWrites.CompleteUnread(item, uploads);
        item.OnStateChanged();
    }

    internal override void Fail(TModel item) => ModelWrites.Fail(item);

    internal override void Refresh(TModel item, TModel server)
    {
        ModelWrites.Refresh(item, server);
        item.OnStateChanged();
    }

    internal override void Rebase(TModel item, TModel server, in WriteScope own)
    {
        FieldMask different = Differences(item, server, own.Members.Union(item.State.Changed));
        ModelWrites.CompleteUnread(item, default);
        ref ModelState state = ref item.State;
        state.AcceptChanges();
        state.MarkChanged(different);
        ModelWrites.Refresh(item, server);
        item.OnStateChanged();
    }

    internal override void Renew(TModel item, in WriteScope known)
    {
        TModel blank = TModel.Info.Create(ModelState.New(item.State.Id));
        item.CopyFrom(blank, TModel.Info.Untyped.AllMembers.Except(known.Members));
        item.State = blank.State;
        item.State.MarkSet(known.Members);
        item.OnStateChanged();
    }

    internal override WriteScope KnownOf(TModel item) => new(item.State.Known, null);

    internal override IReadOnlyList<string> LostByReplace(TModel item)
    {
        List<string> lost = [];
        if (item.State.UnknownMember is { } unknown) lost.Add(unknown);
        foreach (MemberInfo member in TModel.Info.Members)
        {
            if (member.Type == FieldType.Track && HasValue(item, member)) lost.Add(member.Name);
        }
        return lost;
    }

    internal override void RememberUnconfirmed(TModel item, in WriteScope scope, JsonBody body)
        => item.State.UnconfirmedCreate = body.Json.ToArray();

    internal override bool IsUnconfirmed(TModel item) => item.State.UnconfirmedCreate is not null;

    internal override bool CompleteFound(TModel item, TModel found, JsonBody body)
    {
        byte[]? sent = item.State.UnconfirmedCreate;
        FieldMask edited = sent is null || body.Json.Span.SequenceEqual(sent) ? default : Different(Fields(body.Json), Fields(sent));
        ModelWrites.Complete(item, found, edited);
        item.State.MarkChanged(edited);
        item.OnStateChanged();
        return !edited.IsEmpty;
    }

    internal override IReadOnlyList<(string IdName, string OldId)>? ReplacedFiles(TModel item, in WriteScope scope, JsonBody body)
    {
        var replaced = new List<(string IdName, string OldId)>(body.Uploads.Count);
        foreach (BodyUpload upload in body.Uploads)
        {
            if (item.State.ReplacedAttachment(upload.Member) is not { } oldId) return null;
            replaced.Add((TModel.Info.Members[upload.Member].IdName, oldId));
        }
        return replaced;
    }

    // Malformed JSON has a position in the text; a value of the wrong kind in a location or a choice does not.
    private static bool IsMalformed(JsonValueException fault)
        => fault.IsWholeResponse
            || fault.InnerException is JsonException { LineNumber: not null }
            || fault.Place is { Field: null, ObjectId: null };

    // A member on its own that has no value writes nothing in this mode.
    private static bool HasValue(TModel item, MemberInfo member)
    {
        using var body = new JsonBody();
        body.Output.WriteRaw((byte)'{');
        ModelJson.WriteFields(item, default(FieldMask).With(member.Index), WriteKind.Replace, body);
        return body.Output.Length > 1;
    }

    private static FieldMask Differences(TModel item, TModel server, in FieldMask members)
    {
        using JsonBody own = new(), theirs = new();
        ModelJson.WriteWrapped(item, members, WriteKind.Update, own);
        ModelJson.WriteWrapped(server, server.State.Known, WriteKind.Update, theirs);
        // An upload differs from what is stored: the API tells neither size nor hash of a file.
        return Different(Fields(own.Json), Fields(theirs.Json));
    }

    private static JsonElement Fields(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty(TModel.Info.Name).Clone();
    }

    /// <summary>The members of an object that another one lacks or has with another value.</summary>
    private static FieldMask Different(JsonElement fields, JsonElement others)
    {
        FieldMask different = default;
        foreach (JsonProperty field in fields.EnumerateObject())
        {
            if (others.TryGetProperty(field.Name, out JsonElement other) && WireJson.IsStored(field.Value, other)) continue;
            foreach (MemberInfo member in TModel.Info.Members)
            {
                bool isMember = field.NameEquals(member.Name) || (member.IdLabel is not null && field.NameEquals(member.IdName));
                if (isMember) different = different.With(member.Index);
            }
        }
        return different;
    }
}
