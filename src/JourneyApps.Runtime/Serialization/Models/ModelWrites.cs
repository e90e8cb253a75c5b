using JourneyApps.Internal.Serialization.Tracking;

namespace JourneyApps.Internal.Serialization.Models;

/// <summary>The steps of writing one object.</summary>
internal static class ModelWrites
{
    /// <summary>Starts a write: moves changed to sent.</summary>
    /// <exception cref="InvalidOperationException">Another write of this object is in progress.</exception>
    public static FieldMask Begin<TModel>(TModel model, WriteKind kind) where TModel : class, IModel<TModel>
        => model.State.BeginWrite(kind);

    /// <summary>Ends a write whose response is the object: takes every value that was not set during the write.</summary>
    public static void Complete<TModel>(TModel model, TModel answer) where TModel : class, IModel<TModel>
        => Complete(model, answer, default);

    /// <summary>Ends a write whose response is the object: takes every value that was not set during the write, except those to
    /// keep.</summary>
    public static void Complete<TModel>(TModel model, TModel answer, in FieldMask keep) where TModel : class, IModel<TModel>
        => Take(model, answer, model.State.EndWrite(answer.State).Except(keep));

    /// <summary>Ends an applied write without the object in the response, as in a batch: marks uploads as sent and leaves other
    /// values.</summary>
    public static void CompleteUnread<TModel>(TModel model, in FieldMask sentUploads) where TModel : class, IModel<TModel>
    {
        FieldMask uploads = sentUploads.Except(model.State.ChangedConcurrently);
        model.State.EndWriteUnread();
        if (uploads.IsEmpty) return;

        model.CopyFrom(SentUploads<TModel>(uploads), uploads);
    }

    /// <summary>Ends a write that failed or whose outcome is unknown.</summary>
    public static void Fail<TModel>(TModel model) where TModel : class, IModel<TModel> => model.State.FailWrite();

    /// <summary>Takes what was read of the same object, except for changed fields.</summary>
    public static void Refresh<TModel>(TModel model, TModel read) where TModel : class, IModel<TModel>
    {
        Take(model, read, model.State.Refresh(read.State));
    }

    /// <summary>Copies fields. Responses to writes do not contain related objects, so a related object is kept if its id is the
    /// same.</summary>
    private static void Take<TModel>(TModel model, TModel from, FieldMask fresh) where TModel : class, IModel<TModel>
    {
        foreach (ModelLink<TModel> link in TModel.Info.Links)
        {
            if (link.GetId(model) == link.GetId(from))
                fresh = fresh.Except(default(FieldMask).With(link.IdMember));
        }

        model.CopyFrom(from, fresh);
    }

    private static TModel SentUploads<TModel>(in FieldMask uploads) where TModel : class, IModel<TModel>
    {
        using JsonOutput output = new();
        output.WriteRaw("{\"id\":\"-\""u8);
        foreach (MemberInfo member in TModel.Info.Members)
        {
            if (uploads[member.Index])
            {
                output.WriteLabel(member.Label);
                output.WriteRaw("{\"state\":\"$sent\"}"u8);
            }
        }

        output.WriteRaw((byte)'}');
        return ModelJson.Read<TModel>(output.Written);
    }
}
