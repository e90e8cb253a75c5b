using JourneyApps.CompilerServices;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace JourneyApps.Mirroring.EntityFrameworkCore.Mapping;

/// <summary>An id as its text, read exactly as the server sent it.</summary>
internal sealed class IdConverter<TModel>() : ValueConverter<Id<TModel>, string>(
    static id => id.Value, static text => ModelState.Existing(text).IdOf<TModel>());
