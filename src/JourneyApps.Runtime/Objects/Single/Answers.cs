using System.Text.Json;
using JourneyApps.CompilerServices;
using JourneyApps.Internal.Serialization.Models;
using JourneyApps.Internal.Transport.Requests;
using JourneyApps.Internal.Values.Json;

namespace JourneyApps.Internal.Objects.Single;

/// <summary>
/// Reads objects and pages from answers, and tells two faults apart: an answer that is not what the API promises (<see cref="JsonException"/>, worth
/// another try for reads) and an object with a value that its model cannot hold.
/// </summary>
internal static class Answers
{
    internal static TModel Object<TModel>(ApiResponse response)
        where TModel : class, IModel<TModel>
    {
        try
        {
            return ModelJson.Read<TModel>(response.Body.Span);
        }
        catch (JsonValueException fault)
        {
            throw IsNoAnswer(fault) ? new JsonException(fault.Message, fault) : new UnreadableObjectException(fault);
        }
    }

    internal static ModelPage<TModel> Page<TModel>(ApiResponse response)
        where TModel : class, IModel<TModel>
    {
        try
        {
            return ModelJson.ReadPage<TModel>(response.Body.Span);
        }
        catch (JsonValueException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    private static bool IsNoAnswer(JsonValueException fault)
        // What is no JSON has a place in the text; a value of the wrong kind in a location or a choice has none.
        => fault.IsWholeAnswer || fault.InnerException is JsonException { LineNumber: not null } || fault.Place is { Field: null, ObjectId: null };
}
