using JourneyApps.CompilerServices;
using JourneyApps.Internal.Objects.Single;
using JourneyApps.Internal.Serialization.Tracking;
using JourneyApps.Internal.Values.Json;

namespace JourneyApps.Internal.Serialization.Models;

/// <summary>A write of one object from its beginning to one of its ends.</summary>
internal static class ModelWrites
{
    /// <summary>Starts a write: moves changed to sent.</summary>
    /// <returns>The members to send.</returns>
    /// <exception cref="InvalidOperationException">Another write of this object is under way.</exception>
    public static FieldMask Begin<TModel>(TModel model, WriteKind kind) where TModel : class, IModel<TModel> => model.State.BeginWrite(kind);

    /// <summary>Applied, and answered with the object: takes what was not set meanwhile.</summary>
    public static void Complete<TModel>(TModel model, TModel answer) where TModel : class, IModel<TModel> => Complete(model, answer, default);

    /// <summary>Applied, and answered with the object: takes what was not set meanwhile and is not to be kept.</summary>
    public static void Complete<TModel>(TModel model, TModel answer, in FieldMask keep) where TModel : class, IModel<TModel> =>
        Take(model, answer, model.State.EndWrite(answer.State).Except(keep));

    /// <summary>Applied without an answer, as in a batch: uploads that were sent say so, the rest stays as it is.</summary>
    public static void CompleteUnread<TModel>(TModel model, in FieldMask sentUploads) where TModel : class, IModel<TModel>
    {
        FieldMask uploads = sentUploads.Except(model.State.ChangedConcurrently);
        model.State.EndWriteUnread();
        if (uploads.IsEmpty)
            return;

        model.CopyFrom(SentUploads<TModel>(uploads), uploads);
    }

    /// <summary>Not applied, or nobody knows.</summary>
    public static void Fail<TModel>(TModel model) where TModel : class, IModel<TModel> => model.State.FailWrite();

    /// <summary>Takes over a fresh reading of the same object, leaving changed fields alone.</summary>
    public static void Refresh<TModel>(TModel model, TModel read) where TModel : class, IModel<TModel>
    {
        Take(model, read, model.State.Refresh(read.State));
    }

    /// <summary>Copies fields. Answers to writes hold no related objects: those that still belong to their ids stay.</summary>
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
