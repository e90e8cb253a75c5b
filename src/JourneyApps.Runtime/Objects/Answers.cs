using System.Text.Json;
using JourneyApps.Http;
using JourneyApps.Json;
using JourneyApps.Plumbing;

namespace JourneyApps.Objects;

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
            throw IsNoAnswer(fault) ? new JsonException(fault.Message, fault) : Unreadable(fault);
        }
    }

    internal static ModelPage<TModel> Page<TModel>(ApiResponse response)
        where TModel : class, IModel<TModel>
    {
        try
        {
            return ModelPage.Read<TModel>(response.Body.Span);
        }
        catch (JsonValueException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    internal static UnreadableObjectException Unreadable(JsonValueException fault)
        => new(fault.Message, fault.InnerException) { Model = fault.Place.Model, ObjectId = fault.Place.ObjectId, Field = fault.Place.Field };

    private static bool IsNoAnswer(JsonValueException fault)
        => fault.InnerException is JsonException || fault.Place is { Field: null, ObjectId: null };
}
