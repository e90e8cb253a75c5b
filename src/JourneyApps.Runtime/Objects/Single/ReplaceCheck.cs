using JourneyApps.CompilerServices;
using JourneyApps.Internal.Serialization.Bodies;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Serialization.Tracking;
using JourneyApps.Schema;

namespace JourneyApps.Internal.Objects.Single;

/// <summary>Decides whether a replace may go out: it clears whatever it does not send.</summary>
internal static class ReplaceCheck
{
    /// <exception cref="InvalidOperationException">The object was not read whole, or something would be cleared that this code cannot send back.</exception>
    internal static void Whole<TModel>(TModel model, DataLossHandling loss)
        where TModel : class, IModel<TModel>
    {
        ModelState state = model.State;
        if (state.UpdatedAt is null)
            throw new InvalidOperationException($"{model} was not read whole, so a replace would clear what is not known here. Read it first, or update it.");
        if (loss == DataLossHandling.Allow) return;

        List<string> lost = [];
        if (state.UnknownMember is { } unknown) lost.Add(unknown);
        foreach (MemberInfo member in TModel.Info.Members)
        {
            if (member.Type == FieldType.Track && HasValue(model, member)) lost.Add(member.Name);
        }
        if (lost.Count == 0) return;
        throw new InvalidOperationException(
            $"Replacing {model} would clear {string.Join(", ", lost)}, which this code cannot send back. Update it instead, or allow the loss with DataLossHandling.Allow.");
    }

    // A member on its own, without a value, writes nothing in this mode.
    private static bool HasValue<TModel>(TModel model, MemberInfo member)
        where TModel : class, IModel<TModel>
    {
        using var body = new JsonBody();
        body.Output.WriteRaw((byte)'{');
        ModelJson.WriteFields(model, default(FieldMask).With(member.Index), WriteKind.Replace, body);
        return body.Output.Length > 1;
    }
}
